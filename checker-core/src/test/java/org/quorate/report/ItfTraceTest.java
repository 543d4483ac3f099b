package org.quorate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the values of views are spelled in the Informal Trace Format. */
class ItfTraceTest {

  private static String spelled(Object value) {
    return JsonText.line(ItfTrace.expression(value));
  }

  @Test
  void collections() {
    assertThat(spelled(List.of())).isEqualTo("[]");
    assertThat(spelled(Arrays.asList(2, null, 2))).isEqualTo("[2,{\"#tup\":[]},2]");
    assertThat(spelled(Set.of("a"))).isEqualTo("{\"#set\":[\"a\"]}");
    assertThat(spelled(Map.of(0, Set.of()))).isEqualTo("{\"#map\":[[0,{\"#set\":[]}]]}");
    assertThat(spelled(Collections.singletonMap("a", null)))
        .isEqualTo("{\"#map\":[[\"a\",{\"#tup\":[]}]]}");
    assertThat(spelled(true)).isEqualTo("true");
    assertThat(spelled("\"\n")).isEqualTo("\"\\\"\\n\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "-9007199254740991 | -9007199254740991",
        "9007199254740991 | 9007199254740991",
        "9007199254740992 | {\"#bigint\":\"9007199254740992\"}",
        "-9007199254740992 | {\"#bigint\":\"-9007199254740992\"}",
        "9223372036854775807 | {\"#bigint\":\"9223372036854775807\"}",
      })
  void numbers(long number, String text) {
    assertThat(spelled(number)).isEqualTo(text);
  }
}
