package org.quorate.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class IntRangesTest {

  private static IntRanges read(String text) {
    return new IntRanges.Converter().convert(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3          | [3]",
        "1,3,5      | [1, 3, 5]",
        "2..5       | [2, 3, 4, 5]",
        "2..4, 7    | [2, 3, 4, 7]",
        "5,1,5,1..2 | [1, 2, 5]",
        "4..4       | [4]",
        "0          | [0]",
      })
  void numbersComeInOrderAndOnce(String text, String numbers) {
    assertThat(read(text).numbers()).hasToString(numbers);
    assertThat(read(text).unbounded()).isFalse();
  }

  @Test
  void anOpenRangeHasNoEnd() {
    assertThat(read("3..").unbounded()).isTrue();
    assertThat(read("3..").first()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''           | is not a number such as 3",
        "x            | 'x' is not a number such as 3, a list such as 1,3,5, or a range such as"
            + " 2..5",
        "1,,2         | is not a number",
        "-1           | is not a number",
        "..3          | is not a number",
        "1...3        | is not a number",
        "9999999999   | is not a number",
        "5..3         | '5..3' is empty: 3 is less than 5",
        "1,3..        | '3..' has no end, so it must stand alone",
        "1..10001     | at most 10,000 numbers",
        "0..999999999 | at most 10,000 numbers",
      })
  void anythingElseIsRefused(String text, String message) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(message);
  }
}
