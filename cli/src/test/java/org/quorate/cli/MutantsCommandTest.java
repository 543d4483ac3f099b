package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The catalogues of all models are run by {@link SuiteSpecsTest}. */
class MutantsCommandTest {

  @Test
  void everyMutantIsCaughtWhereTheCatalogueSaysAndEveryControlHolds() {
    CommandLineRun run = CommandLineRun.words("mutants paxos");
    assertThat(run.out()).contains("37 checks, all as expected");
    assertThat(run.exitCode()).isZero();
  }
}
