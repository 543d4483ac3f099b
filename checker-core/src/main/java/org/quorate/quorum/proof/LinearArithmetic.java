package org.quorate.quorum.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quorate.quorum.Arithmetic;
import org.quorate.quorum.Rational;

/**
 * The domain of affine expressions over whole unknowns. What is not affine is named: rounding and
 * the lesser or greater of two introduce an unknown and its definition.
 *
 * <p>A rounded value v/d, where d is the common denominator, is the whole t with {@code v ≤ d·t < v
 * + d} (up) or {@code d·t ≤ v < d·t + d} (down). The lesser of two fractions is t/d, where t is the
 * lesser of their numerators over the common denominator d.
 */
final class LinearArithmetic implements Arithmetic<Linear> {

  private final Map<String, Linear> variables;
  private final List<String> definitions = new ArrayList<>();
  private int unknowns;

  /**
   * Arithmetic over some variables.
   *
   * @param variables what each variable that occurs stands for
   */
  LinearArithmetic(Map<String, Linear> variables) {
    this.variables = variables;
  }

  /** The unknowns that were introduced so far and are not yet taken, in SMT-LIB. */
  String takeDefinitions() {
    String all = String.join("", definitions);
    definitions.clear();
    return all;
  }

  @Override
  public Linear number(long value) {
    return Linear.of(value);
  }

  @Override
  public Linear variable(String name) {
    Linear value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " stands for nothing");
    }
    return value;
  }

  @Override
  public Linear plus(Linear left, Linear right) {
    return left.plus(right);
  }

  @Override
  public Linear negate(Linear value) {
    return value.times(-1);
  }

  @Override
  public Linear times(Linear left, Linear right) {
    if (left.isConstant()) {
      return right.times(left.constant());
    }
    if (right.isConstant()) {
      return left.times(right.constant());
    }
    throw new ArithmeticException(
        "multiplies two variables; a proof for all of them needs a formula that is linear");
  }

  @Override
  public Linear dividedBy(Linear left, Linear right) {
    if (!right.isConstant()) {
      throw new ArithmeticException(
          "divides by a variable; a proof for all of them needs a formula that is linear");
    }
    return left.times(Rational.of(1).dividedBy(right.constant()));
  }

  @Override
  public Linear ceil(Linear value) {
    if (value.isConstant()) {
      return Linear.of(value.constant().ceil());
    }
    return value.isWhole() ? value : rounded(value, true);
  }

  @Override
  public Linear floor(Linear value) {
    if (value.isConstant()) {
      return Linear.of(value.constant().floor());
    }
    return value.isWhole() ? value : rounded(value, false);
  }

  private Linear rounded(Linear value, boolean up) {
    BigInteger d = value.denominator();
    String name = declare((up ? "ceil" : "floor") + "(" + value + ")");
    Linear whole = value.times(d);
    Linear unknown = Linear.of(name).times(d);
    Linear low = up ? whole : unknown;
    Linear high = up ? unknown : whole;
    String below = low.plus(Linear.of(Rational.of(d))).term();
    define("(<= %s %s)".formatted(low.term(), high.term()));
    define("(< %s %s)".formatted(high.term(), below));
    return Linear.of(name);
  }

  @Override
  public Linear min(Linear left, Linear right) {
    return chosen(left, right, true);
  }

  @Override
  public Linear max(Linear left, Linear right) {
    return chosen(left, right, false);
  }

  private Linear chosen(Linear left, Linear right, boolean least) {
    Linear difference = left.minus(right);
    if (difference.isConstant()) {
      return (difference.constant().signum() <= 0) == least ? left : right;
    }
    BigInteger d = left.denominator();
    BigInteger e = right.denominator();
    BigInteger common = d.multiply(e).divide(d.gcd(e));
    String scale = common.equals(BigInteger.ONE) ? "" : common + "·";
    String name = declare("%s%s(%s, %s)".formatted(scale, least ? "min" : "max", left, right));
    String first = left.times(common).term();
    String second = right.times(common).term();
    String relation = least ? "<=" : ">=";
    define("(= %s (ite (%s %s %s) %3$s %4$s))".formatted(name, relation, first, second));
    return Linear.of(name).times(new Rational(BigInteger.ONE, common));
  }

  private String declare(String meaning) {
    String name = "t" + ++unknowns;
    definitions.add("; %1$s is %2$s\n(declare-const %1$s Int)\n".formatted(name, meaning));
    return name;
  }

  private void define(String condition) {
    definitions.add("(assert " + condition + ")\n");
  }
}
