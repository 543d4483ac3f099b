package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The project's own checks. */
class SuiteSpecsTest {

  @Test
  void everyCheckIsAsExpected() {
    assertPassed(CommandLineRun.of("suite", "../specs"), 67);
  }

  @Tag("long")
  @Test
  void everyLongCheckIsAsExpected() {
    assertPassed(CommandLineRun.of("suite", "../specs/long"), 8);
  }

  private static void assertPassed(CommandLineRun run, int checks) {
    assertThat(run.out()).contains("\n%d checks: %d ok; ".formatted(checks, checks));
    assertThat(run.exitCode()).isZero();
  }
}
