package org.quorate.quorum.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.quorum.Formula;
import org.quorate.quorum.FormulaException;

class LinearArithmeticTest {

  private final LinearArithmetic arithmetic =
      new LinearArithmetic(Map.of("n", Linear.of("n"), "f", Linear.of("f"), "k", Linear.of(3)));

  private Linear meaning(String formula) {
    return Formula.parse(formula).interpret(arithmetic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2*f+1              | 2f + 1",
        "k*f - n            | 3f − n",
        "f*(k-1)/4          | 1/2·f",
        "(n-n)*f            | 0",
        "f/(k-1)            | 1/2·f",
        "ceil(2*n)          | 2n",
        "floor(7/2) + f     | f + 3",
        "ceil(-7/2)         | −3",
        "min(n, n+1)        | n",
        "max(n-1/2, n)      | n",
        "min(7/2, k)        | 3",
      })
  void affineFormulasNeedNoNewUnknowns(String formula, String expected) {
    assertThat(meaning(formula)).hasToString(expected);
    assertThat(arithmetic.takeDefinitions()).isEmpty();
  }

  @Test
  void roundedUp() {
    assertThat(meaning("ceil((n+f+1)/2)")).isEqualTo(Linear.of("t1"));
    assertThat(arithmetic.takeDefinitions())
        .isEqualTo(
            """
            ; t1 is ceil(1/2·n + 1/2·f + 1/2)
            (declare-const t1 Int)
            (assert (<= (+ n f 1) (* 2 t1)))
            (assert (< (* 2 t1) (+ n f 3)))
            """);
  }

  @Test
  void roundedDown() {
    assertThat(meaning("floor(n/3) + 1")).isEqualTo(Linear.of("t1").plus(1));
    assertThat(arithmetic.takeDefinitions())
        .isEqualTo(
            """
            ; t1 is floor(1/3·n)
            (declare-const t1 Int)
            (assert (<= (* 3 t1) n))
            (assert (< n (+ (* 3 t1) 3)))
            """);
  }

  @Test
  void theLesserOfTwoFractions() {
    assertThat(meaning("min(n/2, f/3)").times(6)).isEqualTo(Linear.of("t1"));
    assertThat(arithmetic.takeDefinitions())
        .isEqualTo(
            """
            ; t1 is 6·min(1/2·n, 1/3·f)
            (declare-const t1 Int)
            (assert (= t1 (ite (<= (* 3 n) (* 2 f)) (* 3 n) (* 2 f))))
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + n/f       | 'n/f' divides by a variable",
        "2 * n*f       | '2 * n*f' multiplies two variables",
        "k/ceil(f/2)   | 'k/ceil(f/2)' divides by a variable",
        "n/(k-3)       | 'n/(k-3)' divides by zero",
      })
  void whatIsNotLinearIsRefused(String formula, String message) {
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> meaning(formula))
        .withMessageStartingWith(message);
  }
}
