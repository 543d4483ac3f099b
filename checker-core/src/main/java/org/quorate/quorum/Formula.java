package org.quorate.quorum;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A formula for the size of a quorum, such as {@code ceil((n+f+1)/2)}: whole numbers, variables,
 * {@code + - * /}, {@code ceil floor min max} and parentheses, in exact rational arithmetic.
 * Immutable. Formulas are untrusted input: their length, depth and numbers are bounded.
 *
 * <p>Written here because no library that was found is both exact and safe: those over doubles are
 * wrong at 2^53, others truncate {@code n/2} silently or are decimal, where {@code floor(4/3*3)} is
 * 3.
 */
public final class Formula {

  /** The longest text of a formula, in characters. */
  public static final int MAX_LENGTH = 200;

  /**
   * What a formula may refer to: n processes, of which f may be faulty, n = k·f + 1; where faults
   * are hybrid, b of the f are Byzantine and c crash.
   */
  public static final List<String> VARIABLES = List.of("n", "k", "f", "b", "c");

  private final String text;
  private final Expression expression;
  private final Set<String> variables;

  private Formula(String text, Expression expression, Set<String> variables) {
    this.text = text;
    this.expression = expression;
    this.variables = Set.copyOf(variables);
  }

  /**
   * The formula that a text spells.
   *
   * @throws FormulaException if it spells none; the message says where and what would be right
   */
  public static Formula parse(String text) {
    FormulaParser parser = new FormulaParser(text);
    Expression expression = parser.parse();
    return new Formula(text, expression, parser.variables());
  }

  /** The variables that occur. */
  public Set<String> variables() {
    return variables;
  }

  /**
   * What the formula means in a domain.
   *
   * @throws FormulaException if the domain lacks a product or a quotient that occurs
   */
  public <V> V interpret(Arithmetic<V> domain) {
    return expression.in(domain);
  }

  /**
   * The exact value of the formula.
   *
   * @param values the values of the variables
   * @throws FormulaException if a variable that occurs has no value, or something is divided by
   *     zero
   */
  public Rational value(Map<String, Rational> values) {
    requireOnly(values.keySet());
    try {
      return interpret(new ExactArithmetic(values));
    } catch (FormulaException e) {
      throw new FormulaException(e.getMessage() + " at " + point(values));
    }
  }

  /**
   * Requires that no other variables occur than some.
   *
   * @throws FormulaException if others do
   */
  public void requireOnly(Set<String> known) {
    for (String name : VARIABLES) {
      if (variables.contains(name) && !known.contains(name)) {
        throw new FormulaException(
            "'%s' uses %s, which has no value here%s".formatted(text, name, without(name)));
      }
    }
  }

  private static String without(String name) {
    return switch (name) {
      case "k" -> ": n is not k·f + 1 for a whole k";
      case "b", "c" -> ": only hybrid faults are b Byzantine and c crashed processes";
      default -> "";
    };
  }

  /**
   * The value of the formula as the size of a quorum.
   *
   * @param variables the values of {@code n}, {@code f} and, where they are known, the others
   * @param n the number of processes
   * @return from 1 to n
   * @throws FormulaException if the value is no whole number from 1 to n, a variable has no value,
   *     or something is divided by zero
   */
  public int quorum(Map<String, Integer> variables, int n) {
    Map<String, Rational> values = new TreeMap<>();
    variables.forEach((name, value) -> values.put(name, Rational.of(value)));
    Rational value = value(values);
    if (!value.isWhole()) {
      throw new FormulaException(
          "'%s' is %s at %s, which is not a whole number; wrap it in ceil(…) or floor(…)"
              .formatted(text, value, point(values)));
    }
    BigInteger size = value.numerator();
    if (size.signum() <= 0 || size.compareTo(BigInteger.valueOf(n)) > 0) {
      throw new FormulaException(
          "'%s' is %s at %s; a quorum has from 1 to n = %d processes"
              .formatted(text, size, point(values), n));
    }
    return size.intValueExact();
  }

  private static String point(Map<String, Rational> values) {
    return VARIABLES.stream()
        .filter(values::containsKey)
        .map(name -> name + " = " + values.get(name))
        .collect(Collectors.joining(", "));
  }

  /** The text that was parsed. */
  @Override
  public String toString() {
    return text;
  }
}
