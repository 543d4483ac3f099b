package org.quorate.quorum;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quorate.quorum.Expression.Binary;
import org.quorate.quorum.Expression.Unary;

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
  private static final Map<String, Unary> ROUNDINGS =
      Map.of("ceil", Arithmetic::ceil, "floor", Arithmetic::floor);
  private static final Map<String, Binary> CHOICES =
      Map.of("min", Arithmetic::min, "max", Arithmetic::max);

  /** What people type or paste, and what it should be. */
  private static final Map<Integer, String> LOOKALIKES =
      Map.of((int) '−', "-", (int) '–', "-", (int) '·', "*", (int) '×', "*", (int) '÷', "/");

  private final String text;
  private final Set<String> variables = new TreeSet<>();
  private int at;
  private int depth;

  FormulaParser(String text) {
    this.text = text;
  }

  /** The variables that occurred so far. */
  Set<String> variables() {
    return variables;
  }

  Expression parse() {
    if (text.length() > Formula.MAX_LENGTH) {
      throw new FormulaException(
          "a formula of %,d characters is too long; at most %d"
              .formatted(text.length(), Formula.MAX_LENGTH));
    }
    Expression all = sum();
    if (next() != 0) {
      throw expected(
          Character.isLetterOrDigit(next()) || next() == '('
              ? "an operator: write 2*f, not 2f"
              : "an operator or the end");
    }
    return all;
  }

  private Expression sum() {
    int start = at;
    Expression left = product();
    while (next() == '+' || next() == '-') {
      boolean minus = text.charAt(at++) == '-';
      Binary operation = minus ? Arithmetic::minus : Arithmetic::plus;
      left = ofTwo(operation, left, product(), start);
    }
    return left;
  }

  private Expression product() {
    next();
    int start = at;
    Expression left = factor();
    while (next() == '*' || next() == '/') {
      boolean over = text.charAt(at++) == '/';
      Binary operation = over ? Arithmetic::dividedBy : Arithmetic::times;
      left = ofTwo(operation, left, factor(), start);
    }
    return left;
  }

  private Expression ofTwo(Binary operation, Expression left, Expression right, int start) {
    return new Expression.OfTwo(operation, left, right, text.substring(start, at).strip());
  }

  private Expression factor() {
    boolean minus = false;
    for (; next() == '-'; at++) {
      minus = !minus;
    }
    Expression factor = unsigned();
    return minus ? new Expression.OfOne(Arithmetic::negate, factor) : factor;
  }

  private Expression unsigned() {
    char c = next();
    if (c == '(') {
      return inParentheses();
    }
    if (isDigit(c)) {
      return number();
    }
    if (Character.isLetter(c)) {
      return name();
    }
    throw expected("a number, " + String.join(", ", Formula.VARIABLES) + ", a function or '('");
  }

  private Expression inParentheses() {
    open();
    Expression inner = sum();
    close();
    return inner;
  }

  private Expression number() {
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
    return new Expression.Numeral(Long.parseLong(text.substring(start, at)));
  }

  private Expression name() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (Formula.VARIABLES.contains(name)) {
      variables.add(name);
      return new Expression.Variable(name);
    }
    if (ROUNDINGS.containsKey(name)) {
      return new Expression.OfOne(ROUNDINGS.get(name), inParentheses());
    }
    if (CHOICES.containsKey(name)) {
      return choice(CHOICES.get(name), start);
    }
    at = start;
    throw expected(String.join(", ", Formula.VARIABLES) + ", ceil, floor, min or max");
  }

  private Expression choice(Binary operation, int start) {
    open();
    Expression chosen = sum();
    while (next() == ',') {
      at++;
      chosen = ofTwo(operation, chosen, sum(), start);
    }
    close();
    return chosen;
  }

  private void open() {
    expect('(');
    if (++depth > MAX_DEPTH) {
      throw expected("at most " + MAX_DEPTH + " nested parentheses");
    }
  }

  private void close() {
    expect(')');
    depth--;
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
    int shown = Math.min(text.length(), text.offsetByCodePoints(0, shownCodePoints()));
    String start = shown < text.length() ? text.substring(0, shown) + "…" : text;
    String found = at < text.length() ? found(text.codePointAt(at)) : "the end";
    return new FormulaException(
        "formula '%s', column %d: expected %s, found %s"
            .formatted(printable(start), at + 1, what, found));
  }

  private int shownCodePoints() {
    return Math.min(SHOWN, text.codePointCount(0, text.length()));
  }

  private static String found(int c) {
    String meant = LOOKALIKES.get(c);
    String found = "'" + printable(Character.toString(c)) + "'";
    return meant == null ? found : found + ": write '" + meant + "'";
  }

  /** The text in one line: what a terminal would act on is shown as a question mark. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
  }
}
