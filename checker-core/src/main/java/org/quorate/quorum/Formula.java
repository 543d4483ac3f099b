package org.quorate.quorum;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

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

  /** A part of a formula: what it is worth for some values of the variables. */
  @FunctionalInterface
  interface Term {
    Rational value(Map<String, Rational> variables);
  }

  private final String text;
  private final Term term;

  private Formula(String text, Term term) {
    this.text = text;
    this.term = term;
  }

  /**
   * The formula that a text spells.
   *
   * @throws FormulaException if it spells none; the message says where and what would be right
   */
  public static Formula parse(String text) {
    return new Formula(text, new FormulaParser(text).parse());
  }

  /**
   * The value of the formula as the size of a quorum.
   *
   * @param variables the values of {@code n}, {@code f} and, where it is known, {@code k}
   * @param n the number of processes
   * @return from 1 to n
   * @throws FormulaException if the value is no whole number from 1 to n, a variable has no value,
   *     or something is divided by zero
   */
  public int quorum(Map<String, Integer> variables, int n) {
    Rational value = value(variables);
    if (!value.isWhole()) {
      throw new FormulaException(
          "'%s' is %s at %s, which is not a whole number; wrap it in ceil(…) or floor(…)"
              .formatted(text, value, point(variables)));
    }
    BigInteger size = value.numerator();
    if (size.signum() <= 0 || size.compareTo(BigInteger.valueOf(n)) > 0) {
      throw new FormulaException(
          "'%s' is %s at %s; a quorum has from 1 to n = %d processes"
              .formatted(text, size, point(variables), n));
    }
    return size.intValueExact();
  }

  private Rational value(Map<String, Integer> variables) {
    Map<String, Rational> values = new TreeMap<>();
    variables.forEach((name, value) -> values.put(name, Rational.of(value)));
    try {
      return term.value(values);
    } catch (ArithmeticException e) {
      throw new FormulaException("'%s' divides by zero at %s".formatted(text, point(variables)));
    }
  }

  private static String point(Map<String, Integer> variables) {
    StringBuilder out = new StringBuilder();
    new TreeMap<>(variables)
        .descendingMap()
        .forEach((name, value) -> out.append(name).append(" = ").append(value).append(", "));
    return out.substring(0, Math.max(0, out.length() - 2));
  }

  /** The text that was parsed. */
  @Override
  public String toString() {
    return text;
  }
}
