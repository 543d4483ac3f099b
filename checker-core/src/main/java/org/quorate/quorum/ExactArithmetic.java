package org.quorate.quorum;

import java.util.Map;

/**
 * The domain of exact fractions.
 *
 * @param variables the value of each variable that occurs
 */
record ExactArithmetic(Map<String, Rational> variables) implements Arithmetic<Rational> {

  @Override
  public Rational number(long value) {
    return Rational.of(value);
  }

  @Override
  public Rational variable(String name) {
    Rational value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " has no value");
    }
    return value;
  }

  @Override
  public Rational plus(Rational left, Rational right) {
    return left.plus(right);
  }

  @Override
  public Rational negate(Rational value) {
    return value.negate();
  }

  @Override
  public Rational times(Rational left, Rational right) {
    return left.times(right);
  }

  @Override
  public Rational dividedBy(Rational left, Rational right) {
    return left.dividedBy(right);
  }

  @Override
  public Rational ceil(Rational value) {
    return value.ceil();
  }

  @Override
  public Rational floor(Rational value) {
    return value.floor();
  }

  @Override
  public Rational min(Rational left, Rational right) {
    return left.compareTo(right) <= 0 ? left : right;
  }

  @Override
  public Rational max(Rational left, Rational right) {
    return left.compareTo(right) >= 0 ? left : right;
  }
}
