package org.quorate.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.quorate.quorum.Formula.Term;

/**
 * Recursive descent with one method for each level of precedence:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = factor { ("*" | "/") factor }
 * factor  = "-" factor | number | variable | "(" sum ")" | function "(" sum { "," sum } ")"
 * </pre>
 */
final class FormulaParser {

  private static final int MAX_DEPTH = 50;
  private static final int MAX_DIGITS = 9;
  private static final int SHOWN = 40;
  private static final List<String> VARIABLES = List.of("n", "k", "f");
  private static final List<String> FUNCTIONS = List.of("ceil", "floor", "min", "max");

  private final String text;
  private int at;
  private int depth;

  FormulaParser(String text) {
    this.text = text;
  }

  Term parse() {
    if (text.length() > Formula.MAX_LENGTH) {
      throw new FormulaException(
          "a formula of %,d characters is too long; at most %d"
              .formatted(text.length(), Formula.MAX_LENGTH));
    }
    Term term = sum();
    if (next() != 0) {
      throw expected(
          Character.isLetterOrDigit(next()) || next() == '('
              ? "an operator: write 2*f, not 2f"
              : "an operator or the end");
    }
    return term;
  }

  private Term sum() {
    if (++depth > MAX_DEPTH) {
      throw expected("at most " + MAX_DEPTH + " nested parentheses");
    }
    Term left = product();
    while (next() == '+' || next() == '-') {
      boolean minus = text.charAt(at++) == '-';
      Term right = product();
      left = combine(left, right, minus ? (a, b) -> a.plus(b.negate()) : Rational::plus);
    }
    depth--;
    return left;
  }

  private Term product() {
    Term left = factor();
    while (next() == '*' || next() == '/') {
      boolean over = text.charAt(at++) == '/';
      left = combine(left, factor(), over ? Rational::dividedBy : Rational::times);
    }
    return left;
  }

  private Term factor() {
    char c = next();
    if (c == '-') {
      int minuses = 0;
      while (next() == '-') {
        minuses++;
        at++;
      }
      Term term = factor();
      return minuses % 2 == 0 ? term : v -> term.value(v).negate();
    }
    if (c == '(') {
      at++;
      Term inner = sum();
      expect(')');
      return inner;
    }
    if (isDigit(c)) {
      return number();
    }
    if (Character.isLetter(c)) {
      return name();
    }
    throw expected("a number, n, k, f, a function or '('");
  }

  private Term number() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      throw expected("a whole number; write a fraction as 1/2");
    }
    if (at - start > MAX_DIGITS) {
      at = start;
      throw expected("a number of at most " + MAX_DIGITS + " digits");
    }
    Rational value = Rational.of(Long.parseLong(text.substring(start, at)));
    return v -> value;
  }

  private Term name() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (VARIABLES.contains(name)) {
      return variable(name);
    }
    if (FUNCTIONS.contains(name)) {
      return function(name);
    }
    at = start;
    throw expected("n, k, f, ceil, floor, min or max");
  }

  private Term variable(String name) {
    return variables -> {
      Rational value = variables.get(name);
      if (value == null) {
        throw new FormulaException(
            "'%s' uses %s, which has no value here: n is not k·f + 1 for a whole k"
                .formatted(text, name));
      }
      return value;
    };
  }

  private Term function(String name) {
    expect('(');
    List<Term> arguments = new ArrayList<>(List.of(sum()));
    boolean several = name.equals("min") || name.equals("max");
    while (several && next() == ',') {
      at++;
      arguments.add(sum());
    }
    expect(')');
    Term first = arguments.get(0);
    return switch (name) {
      case "ceil" -> v -> first.value(v).ceil();
      case "floor" -> v -> first.value(v).floor();
      case "min" -> fold(arguments, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      default -> fold(arguments, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    };
  }

  private static Term fold(List<Term> terms, BinaryOperator<Rational> operator) {
    return v -> terms.stream().map(t -> t.value(v)).reduce(operator).orElseThrow();
  }

  private static Term combine(Term left, Term right, BinaryOperator<Rational> operator) {
    return v -> operator.apply(left.value(v), right.value(v));
  }

  private void expect(char c) {
    if (next() != c) {
      throw expected("'" + c + "'");
    }
    at++;
  }

  /** The next character that is not a blank, or 0 at the end; {@code at} is moved there. */
  private char next() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private FormulaException expected(String what) {
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new FormulaException(
        "formula '%s', column %d: expected %s, found %s".formatted(shown, at + 1, what, found));
  }
}
