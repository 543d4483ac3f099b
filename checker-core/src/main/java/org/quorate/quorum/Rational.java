package org.quorate.quorum;

import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator positive; the constructor takes any but 0, for which it throws {@link
 *     ArithmeticException}
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  /** The fraction in lowest terms. */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("divides by zero");
    }
    BigInteger gcd = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? gcd.negate() : gcd;
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /** A whole number. */
  public static Rational of(long number) {
    return of(BigInteger.valueOf(number));
  }

  /** A whole number. */
  public static Rational of(BigInteger number) {
    return new Rational(number, BigInteger.ONE);
  }

  /** The sum. */
  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** −this. */
  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /** The product. */
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if the other is 0
   */
  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** The greatest whole number that is no greater. */
  public Rational floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    boolean down = parts[1].signum() < 0;
    return of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  /** The least whole number that is no less. */
  public Rational ceil() {
    return negate().floor().negate();
  }

  /** Whether this is a whole number. */
  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** −1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** {@code 7/2}, or {@code 3} for a whole number. */
  @Override
  public String toString() {
    return isWhole() ? numerator.toString() : numerator + "/" + denominator;
  }
}
