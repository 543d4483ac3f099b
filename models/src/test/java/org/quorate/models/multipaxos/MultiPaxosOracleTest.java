package org.quorate.models.multipaxos;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Compare;

/** Multi-Paxos against {@link NaiveMultiPaxos}, and against itself explored in other ways. */
class MultiPaxosOracleTest {

  static Stream<MultiPaxosConfig> configs() {
    return Configs.all();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void sameGraphAsTheNaiveOne(MultiPaxosConfig config) {
    NaiveMultiPaxos naive = new NaiveMultiPaxos(config);

    Compare.withNaive(
        MultiPaxos.of(config),
        naive.search(),
        naive::images,
        Map.of("agreement", naive::agreement, "validity", naive::validity));
  }

  static Stream<MultiPaxosConfig> configsWhoseRegistersFollow() {
    return Configs.all()
        .filter(c -> c.deviation().registersFollow() && c.proposersPerBallot() == 1);
  }

  @ParameterizedTest
  @MethodSource("configsWhoseRegistersFollow")
  void derivedRegistersAreAsGoodAsStoredOnes(MultiPaxosConfig config) {
    Compare.representations(MultiPaxos.of(config, false), MultiPaxos.of(config, true));
  }

  static Stream<MultiPaxosConfig> configsOfBothForms() {
    return Stream.of(
        MultiPaxosConfig.of(2, 2, 2, 2),
        MultiPaxosConfig.of(3, 1, 2, 2),
        MultiPaxosConfig.of(2, 1, 2, 2).withProposersPerBallot(2),
        MultiPaxosConfig.of(2, 2, 1, 2).withDeviation(Deviation.TWO_VALUES));
  }

  @ParameterizedTest
  @MethodSource("configsOfBothForms")
  void everySymmetryRepresentsEveryState(MultiPaxosConfig config) {
    Compare.waysToExplore(MultiPaxos.of(config));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("configs")
  void everySymmetryRepresentsEveryStateInMore(MultiPaxosConfig config) {
    everySymmetryRepresentsEveryState(config);
  }
}
