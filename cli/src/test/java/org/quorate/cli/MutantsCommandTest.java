package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MutantsCommandTest {

  @Test
  void everyMutantIsCaughtWhereTheCatalogueSaysAndEveryControlHolds() {
    CommandLineRun run = CommandLineRun.of("mutants");
    assertThat(run.out()).contains("102 checks, all as expected");
    assertThat(run.exitCode()).isZero();
  }
}
