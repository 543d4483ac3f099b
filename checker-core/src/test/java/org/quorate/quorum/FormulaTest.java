package org.quorate.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

  private static final Map<String, Integer> POINT = Map.of("n", 13, "k", 4, "f", 3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7                     | 7",
        "2*f+1                 | 7",
        "n - f                 | 10",
        "ceil((n+f+1)/2)       | 9",
        "ceil((k+1)*f/2)+1     | 9",
        "floor(n/2)+1          | 7",
        "floor(4/3*3)          | 4",
        "1/3 + 1/3 + 1/3       | 1",
        "ceil(-1/2) + 1        | 1",
        "floor(-1/2) + 2       | 1",
        "--3                   | 3",
        "- 2 + k               | 2",
        "2 + 3 * 2             | 8",
        "(2 + 3) * 2           | 10",
        "12 / 3 / 2            | 2",
        "12 - 3 - 2            | 7",
        "min(n, k, f)          | 3",
        "max(f)                | 3",
        "max(k, min(n, 5))     | 5",
        "999999999*999999999*0+1 | 1",
      })
  void value(String text, int expected) {
    assertThat(Formula.parse(text).quorum(POINT, 13)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''         | column 1: expected a number, n, k, f, b, c, a function or '(', found the end",
        "2f+1       | column 2: expected an operator: write 2*f, not 2f, found 'f'",
        "2*f+       | column 5: expected a number",
        "2 ** f     | column 4: expected a number",
        "ceil(n     | column 7: expected ')', found the end",
        "ceil n     | column 6: expected '(', found 'n'",
        "(n+1       | column 5: expected ')'",
        "n+1)       | column 4: expected an operator or the end, found ')'",
        "q+1        | column 1: expected n, k, f, b, c, ceil, floor, min or max, found 'q'",
        "min(n;f)   | column 6: expected ')', found ';'",
        "0.5*n      | column 2: expected a whole number; write a fraction as 1/2, found '.'",
        "1234567890 | column 1: expected a number of at most 9 digits",
        "x+1        | column 1: expected n, k, f, b, c, ceil, floor, min or max, found 'x'",
        "2 − f      | column 3: expected an operator or the end, found '−': write '-'",
        "2·f        | column 2: expected an operator or the end, found '·': write '*'",
        "n/0        | 'n/0' divides by zero at n = 13, k = 4, f = 3",
        "1+ n/(k-4) | 'n/(k-4)' divides by zero at n = 13, k = 4, f = 3",
        "n/2        | is 13/2 at n = 13, k = 4, f = 3, which is not a whole number",
        "n-13       | is 0 at n = 13, k = 4, f = 3; a quorum has from 1 to n = 13",
        "n+1        | is 14 at",
        "-1         | is -1 at",
      })
  void error(String text, String message) {
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> Formula.parse(text).quorum(POINT, 13))
        .withMessageContaining(message);
  }

  @Test
  void variableWithoutAValue() {
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> Formula.parse("k").quorum(Map.of("n", 8, "f", 2), 8))
        .withMessageContaining("uses k, which has no value here");
  }

  @Test
  void hybridFaultsHaveVariablesOfTheirOwn() {
    Formula formula = Formula.parse("n - b - c");
    assertThat(formula.variables()).containsExactlyInAnyOrder("n", "b", "c");
    assertThat(formula.quorum(Map.of("n", 6, "b", 1, "c", 1), 6)).isEqualTo(4);
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> formula.quorum(POINT, 13))
        .withMessage(
            "'n - b - c' uses b, which has no value here: only hybrid faults are b Byzantine and c"
                + " crashed processes");
  }

  @Test
  void parenthesesNestFiftyDeep() {
    assertThat(Formula.parse("(".repeat(50) + "f" + ")".repeat(50)).quorum(POINT, 13)).isEqualTo(3);
    assertThat(Formula.parse("ceil(".repeat(33) + "f" + ")".repeat(33)).quorum(POINT, 13))
        .isEqualTo(3);
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> Formula.parse("(".repeat(51) + "f" + ")".repeat(51)))
        .withMessageContaining("column 52: expected at most 50 nested parentheses, found 'f'");
  }

  @Test
  void oneParseServesSeveralDomains() {
    Formula formula = Formula.parse("max(2*f, ceil((n - 1)/2), -k)");
    assertThat(formula.interpret(new Spelling()))
        .isEqualTo("max(max((2*f),ceil(((n+-(1))/2))),-(k))");
  }

  @Test
  void hostileFormulasAreRefusedInOneLine() {
    for (String text :
        new String[] {
          "(".repeat(10_000),
          "1+".repeat(5_000),
          "(".repeat(150),
          "-".repeat(10_000),
          "-".repeat(150),
          "n\nn\u2028n",
          "n\u001b[31m",
          "\ud83d\ude00".repeat(60),
          "\ud83d"
        }) {
      assertThatExceptionOfType(FormulaException.class)
          .isThrownBy(() -> Formula.parse(text))
          .satisfies(
              e ->
                  assertThat(e.getMessage())
                      .hasLineCount(1)
                      .hasSizeLessThan(200)
                      .doesNotContainPattern("[\\p{Cc}\\p{Zl}]"));
    }
  }

  /** Writes formulas with all their parentheses. */
  private static final class Spelling implements Arithmetic<String> {
    @Override
    public String number(long value) {
      return Long.toString(value);
    }

    @Override
    public String variable(String name) {
      return name;
    }

    @Override
    public String plus(String left, String right) {
      return "(" + left + "+" + right + ")";
    }

    @Override
    public String negate(String value) {
      return "-(" + value + ")";
    }

    @Override
    public String times(String left, String right) {
      return "(" + left + "*" + right + ")";
    }

    @Override
    public String dividedBy(String left, String right) {
      return "(" + left + "/" + right + ")";
    }

    @Override
    public String ceil(String value) {
      return "ceil(" + value + ")";
    }

    @Override
    public String floor(String value) {
      return "floor(" + value + ")";
    }

    @Override
    public String min(String left, String right) {
      return "min(" + left + "," + right + ")";
    }

    @Override
    public String max(String left, String right) {
      return "max(" + left + "," + right + ")";
    }
  }
}
