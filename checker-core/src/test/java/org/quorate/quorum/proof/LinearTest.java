package org.quorate.quorum.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.quorum.Rational;

class LinearTest {

  private static final Rational HALF = Rational.of(1).dividedBy(Rational.of(2));

  private static final Linear N = Linear.of("n");
  private static final Linear F = Linear.of("f");

  @Test
  void forPeople() {
    assertThat(N.plus(F).plus(1)).hasToString("n + f + 1");
    assertThat(N.times(2).minus(F).plus(-3)).hasToString("2n − f − 3");
    assertThat(N.times(HALF).plus(F.times(-1))).hasToString("1/2·n − f");
    assertThat(N.minus(N)).hasToString("0");
    assertThat(Linear.of(-7)).hasToString("−7");
  }

  @Test
  void withValues() {
    Map<String, Rational> values = Map.of("n", Rational.of(5), "f", Rational.of(1));
    assertThat(N.times(2).minus(F).spelled(values)).isEqualTo("2·5 − 1");
    assertThat(N.times(2).minus(F).at(values)).isEqualTo(Rational.of(9));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Linear.of("q").at(values))
        .withMessage("q has no value");
  }

  @Test
  void forSolvers() {
    assertThat(N.plus(F).plus(1).term()).isEqualTo("(+ n f 1)");
    assertThat(N.times(2).minus(F).plus(-3).term()).isEqualTo("(+ (* 2 n) (* (- 1) f) (- 3))");
    assertThat(N.term()).isEqualTo("n");
    assertThat(N.minus(N).term()).isEqualTo("0");
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> N.times(HALF).term());
  }

  @Test
  void commonDenominator() {
    Linear sum = N.times(Rational.of(1).dividedBy(Rational.of(6))).plus(Linear.of(HALF));
    assertThat(sum.denominator()).isEqualTo(BigInteger.valueOf(6));
    assertThat(sum.isWhole()).isFalse();
    assertThat(sum.times(sum.denominator())).isEqualTo(N.plus(3));
  }

  @Test
  void inequalitiesSayHowTheyAreMissed() {
    Inequality consistent = Inequality.atLeast(Linear.of("q").times(2), N.plus(F).plus(1));
    Map<String, Rational> system =
        Map.of("n", Rational.of(5), "f", Rational.of(1), "q", Rational.of(3));
    assertThat(consistent).hasToString("2q ≥ n + f + 1");
    assertThat(consistent.term()).isEqualTo("(>= (* 2 q) (+ n f 1))");
    assertThat(consistent.holds(system)).isFalse();
    assertThat(consistent.missed(system)).isEqualTo("2·3 = 6 < 7 = 5 + 1 + 1");
    assertThat(Inequality.less(N, Linear.of(5)).holds(system)).isFalse();
    assertThat(Inequality.atMost(N, Linear.of(5)).holds(system)).isTrue();
    assertThat(Inequality.less(N, Linear.of(5)).missed(system)).isEqualTo("5 ≥ 5");
  }
}
