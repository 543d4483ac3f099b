package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Conformance;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.search.SearchResult;

/** Paxos on the checker against {@link NaivePaxos}, and against itself explored in other ways. */
class PaxosOracleTest {

  private static final List<List<String>> SYMMETRIES =
      List.of(List.of("acceptors"), List.of("values"), List.of("acceptors", "values"));

  static Stream<PaxosConfig> configs() {
    return Configs.all();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void sameGraphAsTheNaiveOne(PaxosConfig config) {
    Paxos paxos = Paxos.of(config);
    NaivePaxos naive = new NaivePaxos(config);
    NaiveSearch<NaivePaxos.World> expected = naive.search();

    Conformance.sameGraph(paxos, expected);
    assertThat(Explore.upTo("acceptors", "values").all(paxos).explored())
        .isEqualTo(expected.orbits(naive::images));
    Conformance.sameViolation(paxos, "agreement", expected, naive::agreement);
    Conformance.sameViolation(paxos, "validity", expected, naive::validity);
  }

  static Stream<PaxosConfig> configsWhoseRegistersFollow() {
    return Configs.all()
        .filter(c -> c.deviation().rules().registersFollow())
        .filter(c -> c.forgets() == 0 && c.proposersPerBallot() == 1);
  }

  @ParameterizedTest
  @MethodSource("configsWhoseRegistersFollow")
  void derivedRegistersAreAsGoodAsStoredOnes(PaxosConfig config) {
    Paxos derived = Paxos.of(config, false);
    Paxos stored = Paxos.of(config, true);

    assertThat(derived.layout().bits()).isLessThan(stored.layout().bits());
    for (Explore way : List.of(Explore.upTo(), Explore.upTo("acceptors", "values"))) {
      SearchResult expected = way.all(stored);
      SearchResult found = way.all(derived);
      assertThat(found.levels()).isEqualTo(expected.levels());
      assertThat(found.fired()).isEqualTo(expected.fired());
      assertThat(found.goals()).isEqualTo(expected.goals());
    }
    assertThat(Explore.depthOfViolation(derived)).isEqualTo(Explore.depthOfViolation(stored));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void everySymmetryRepresentsEveryState(PaxosConfig config) {
    Conformance.sameUpTo(SYMMETRIES, Paxos.of(config));
  }
}
