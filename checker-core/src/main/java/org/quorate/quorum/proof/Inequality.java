package org.quorate.quorum.proof;

import java.util.Map;
import org.quorate.quorum.Rational;

/** A condition such as 2q ≥ n + f + 1: for a solver, for a point, and for a reader. */
record Inequality(Linear left, Relation relation, Linear right) {

  /** How the two sides compare. */
  enum Relation {
    AT_LEAST("≥", "<", ">="),
    AT_MOST("≤", ">", "<="),
    LESS("<", "≥", "<");

    private final String sign;
    private final String opposite;
    private final String symbol;

    Relation(String sign, String opposite, String symbol) {
      this.sign = sign;
      this.opposite = opposite;
      this.symbol = symbol;
    }
  }

  static Inequality atLeast(Linear left, Linear right) {
    return new Inequality(left, Relation.AT_LEAST, right);
  }

  static Inequality atMost(Linear left, Linear right) {
    return new Inequality(left, Relation.AT_MOST, right);
  }

  static Inequality less(Linear left, Linear right) {
    return new Inequality(left, Relation.LESS, right);
  }

  /** Whether it is met where the unknowns have the given values. */
  boolean holds(Map<String, Rational> values) {
    int comparison = left.at(values).compareTo(right.at(values));
    return switch (relation) {
      case AT_LEAST -> comparison >= 0;
      case AT_MOST -> comparison <= 0;
      case LESS -> comparison < 0;
    };
  }

  /** As a formula of SMT-LIB. */
  String term() {
    return "(%s %s %s)".formatted(relation.symbol, left.term(), right.term());
  }

  /** How it is missed where the unknowns have the given values: {@code 2·3 = 6 < 7 = 5 + 1 + 1}. */
  String missed(Map<String, Rational> values) {
    String first = left.at(values).toString();
    String second = right.at(values).toString();
    String spelledFirst = left.spelled(values);
    String spelledSecond = right.spelled(values);
    return (spelledFirst.equals(first) ? "" : spelledFirst + " = ")
        + "%s %s %s".formatted(first, relation.opposite, second)
        + (spelledSecond.equals(second) ? "" : " = " + spelledSecond);
  }

  @Override
  public String toString() {
    return left + " " + relation.sign + " " + right;
  }
}
