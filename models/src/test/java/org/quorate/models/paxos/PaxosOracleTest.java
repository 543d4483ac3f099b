package org.quorate.models.paxos;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Compare;

/** Paxos on the checker against {@link NaivePaxos}, and against itself explored in other ways. */
class PaxosOracleTest {

  static Stream<PaxosConfig> configs() {
    return Configs.all();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void sameGraphAsTheNaiveOne(PaxosConfig config) {
    NaivePaxos naive = new NaivePaxos(config);

    Compare.withNaive(
        Paxos.of(config),
        naive.search(),
        naive::images,
        Map.of("agreement", naive::agreement, "validity", naive::validity));
  }

  static Stream<PaxosConfig> configsWhoseRegistersFollow() {
    return Configs.all()
        .filter(c -> c.deviation().rules().registersFollow())
        .filter(c -> c.forgets() == 0 && c.proposersPerBallot() == 1);
  }

  @ParameterizedTest
  @MethodSource("configsWhoseRegistersFollow")
  void derivedRegistersAreAsGoodAsStoredOnes(PaxosConfig config) {
    Compare.representations(Paxos.of(config, false), Paxos.of(config, true));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void everySymmetryRepresentsEveryState(PaxosConfig config) {
    Compare.waysToExplore(Paxos.of(config));
  }
}
