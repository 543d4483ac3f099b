package org.quorate.quorum;

/**
 * What the parts of a formula mean in some domain: exact fractions, or linear terms for a solver.
 * {@link Formula#interpret} builds a formula's meaning from these, from the inside out.
 *
 * @param <V> what formulas mean in this domain
 */
public interface Arithmetic<V> {

  /** A whole number; not negative. */
  V number(long value);

  /** One of {@link Formula#VARIABLES}. */
  V variable(String name);

  /** left + right. */
  V plus(V left, V right);

  /** −value. */
  V negate(V value);

  /**
   * left · right.
   *
   * @throws ArithmeticException if the domain has no such product; the message continues "'a*b' …"
   */
  V times(V left, V right);

  /**
   * left / right, not rounded.
   *
   * @throws ArithmeticException if the domain has no such quotient; the message continues "'a/b' …"
   */
  V dividedBy(V left, V right);

  /** The least whole number that is no less. */
  V ceil(V value);

  /** The greatest whole number that is no greater. */
  V floor(V value);

  /** The lesser of two. */
  V min(V left, V right);

  /** The greater of two. */
  V max(V left, V right);

  /** left − right. */
  default V minus(V left, V right) {
    return plus(left, negate(right));
  }
}
