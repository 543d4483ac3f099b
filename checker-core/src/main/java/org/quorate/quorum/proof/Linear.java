package org.quorate.quorum.proof;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.quorate.quorum.Rational;

/**
 * An affine expression over whole unknowns, such as 3/2·f + 1. Immutable.
 *
 * @param coefficients of each unknown, without zeros, in the order in which they came
 * @param constant what is left where all unknowns are 0
 */
record Linear(Map<String, Rational> coefficients, Rational constant) {

  static Linear of(Rational constant) {
    return new Linear(Map.of(), constant);
  }

  static Linear of(long constant) {
    return of(Rational.of(constant));
  }

  static Linear of(String unknown) {
    return new Linear(Map.of(unknown, Rational.of(1)), Rational.of(0));
  }

  Linear plus(Linear other) {
    Map<String, Rational> sum = new LinkedHashMap<>(coefficients);
    other.coefficients.forEach((name, factor) -> sum.merge(name, factor, Rational::plus));
    sum.values().removeIf(factor -> factor.signum() == 0);
    return new Linear(sum, constant.plus(other.constant));
  }

  Linear plus(long number) {
    return plus(of(number));
  }

  Linear minus(Linear other) {
    return plus(other.times(Rational.of(-1)));
  }

  Linear times(Rational factor) {
    if (factor.signum() == 0) {
      return of(0);
    }
    Map<String, Rational> product = new LinkedHashMap<>();
    coefficients.forEach((name, old) -> product.put(name, old.times(factor)));
    return new Linear(product, constant.times(factor));
  }

  Linear times(BigInteger factor) {
    return times(Rational.of(factor));
  }

  Linear times(long factor) {
    return times(Rational.of(factor));
  }

  boolean isConstant() {
    return coefficients.isEmpty();
  }

  /** Whether this is whole wherever its unknowns are. */
  boolean isWhole() {
    return denominator().equals(BigInteger.ONE);
  }

  /** The least positive number that makes this whole by multiplication. */
  BigInteger denominator() {
    return Stream.concat(coefficients.values().stream(), Stream.of(constant))
        .map(Rational::denominator)
        .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
  }

  /** The value where the unknowns have the given ones. */
  Rational at(Map<String, Rational> values) {
    Rational sum = constant;
    for (Map.Entry<String, Rational> each : coefficients.entrySet()) {
      Rational value = values.get(each.getKey());
      if (value == null) {
        throw new IllegalArgumentException(each.getKey() + " has no value");
      }
      sum = sum.plus(each.getValue().times(value));
    }
    return sum;
  }

  /**
   * As a term of SMT-LIB.
   *
   * @throws ArithmeticException if this is not {@linkplain #isWhole whole}
   */
  String term() {
    StringJoiner terms = new StringJoiner(" ");
    coefficients.forEach((name, factor) -> terms.add(product(name, factor)));
    if (constant.signum() != 0 || isConstant()) {
      terms.add(numeral(constant));
    }
    int count = coefficients.size() + (constant.signum() == 0 ? 0 : 1);
    return count > 1 ? "(+ " + terms + ")" : terms.toString();
  }

  private static String product(String name, Rational factor) {
    return factor.equals(Rational.of(1)) ? name : "(* " + numeral(factor) + " " + name + ")";
  }

  private static String numeral(Rational number) {
    if (!number.isWhole()) {
      throw new ArithmeticException(number + " is not whole");
    }
    BigInteger value = number.numerator();
    return value.signum() < 0 ? "(- " + value.negate() + ")" : value.toString();
  }

  /** As people write it: {@code 2q}, {@code n + f + 1}. */
  @Override
  public String toString() {
    return spelled(Map.of());
  }

  /** As people write it, with values in place of unknowns: {@code 2·3}, {@code 5 + 1 + 1}. */
  String spelled(Map<String, Rational> values) {
    StringBuilder out = new StringBuilder();
    coefficients.forEach(
        (name, factor) -> {
          Rational value = values.get(name);
          String absolute = magnitude(factor);
          boolean one = absolute.equals("1");
          String shown = value == null ? name : value.toString();
          String dot = value == null && factor.isWhole() ? "" : "·";
          append(out, factor.signum() < 0, one ? shown : absolute + dot + shown);
        });
    if (constant.signum() != 0 || isConstant()) {
      append(out, constant.signum() < 0, magnitude(constant));
    }
    return out.toString();
  }

  private static String magnitude(Rational number) {
    return (number.signum() < 0 ? number.negate() : number).toString();
  }

  private static void append(StringBuilder out, boolean negative, String term) {
    if (out.isEmpty()) {
      out.append(negative ? "−" : "");
    } else {
      out.append(negative ? " − " : " + ");
    }
    out.append(term);
  }
}
