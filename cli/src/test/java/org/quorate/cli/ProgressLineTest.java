package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.search.Progress.Snapshot;

class ProgressLineTest {

  private static final long GIB = 1L << 30;

  private static String text(Snapshot snapshot, OptionalLong mostBytes) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    ProgressLine line = new ProgressLine(new StatusLine(nowhere, StatusLine.Style.NONE), mostBytes);
    return line.text(snapshot, System.nanoTime() + 2_000_000_000L);
  }

  private static Snapshot level(long frontier, OptionalLong before) {
    return new Snapshot(1_234_567, 14, frontier, before, 29 << 20);
  }

  @Test
  void everythingIsInOneLine() {
    assertThat(text(level(310_000, OptionalLong.of(190_000)), OptionalLong.of(16 * GIB)))
        .matches("1\\.2M states  6..k/s  depth 14  frontier 310k growing  29 MiB/16 GiB");
  }

  @ParameterizedTest
  @CsvSource({
    "999,        999",
    "1000,       1.0k",
    "9999,       9.9k",
    "999999,     999k",
    "1234567,    1.2M",
    "12345678,   12M",
    "9223372036854775807, 9.2E",
    "0,          0",
  })
  void numbersHaveFourLettersAtMost(long number, String text) {
    assertThat(ProgressLine.number(number)).isEqualTo(text);
  }

  @Test
  void frontierIsComparedWithTheLevelBefore() {
    OptionalLong before = OptionalLong.of(500);
    assertThat(text(level(501, before), OptionalLong.empty())).contains("frontier 501 growing  ");
    assertThat(text(level(499, before), OptionalLong.empty())).contains("frontier 499 shrinking  ");
    assertThat(text(level(500, before), OptionalLong.empty())).contains("frontier 500  ");
  }

  @Test
  void nothingIsSaidOfAFrontierThatNothingPrecedes() {
    assertThat(text(level(500, OptionalLong.empty()), OptionalLong.empty()))
        .contains("frontier 500  29 MiB");
  }

  @Test
  void longRunsFitBesideTheirTime() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long explored = 1 + random.nextLong(1L << random.nextInt(1, 37));
      long frontier = 1 + random.nextLong(explored);
      OptionalLong before = OptionalLong.of(random.nextLong(explored));
      Snapshot snapshot =
          new Snapshot(explored, random.nextInt(100), frontier, before, explored * 20);
      String line = StatusLine.elapsed(random.nextInt(86_400)) + "  ";
      assertThat(line + text(snapshot, OptionalLong.of(999 * GIB)))
          .hasSizeLessThanOrEqualTo(StatusLine.COLUMNS);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "59, 59 s", "60, 1m00s", "3599, 59m59s", "3600, 1h00m", "90061, 25h01m"})
  void timesAreShort(long seconds, String text) {
    assertThat(StatusLine.elapsed(seconds)).isEqualTo(text);
  }
}
