package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quorate.models.oracle.Variant.find;
import static org.quorate.models.oracle.Variant.withInvariants;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
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

    SearchResult found = Explore.upTo().all(paxos);

    assertThat(found.levels()).isEqualTo(expected.levels());
    assertThat(withoutZeros(found.fired())).isEqualTo(expected.fired());
    assertThat(Explore.upTo("acceptors", "values").all(paxos).explored())
        .isEqualTo(expected.orbits(naive::images));
    assertThat(Explore.depthOfViolation(withInvariants(paxos, find(paxos, "agreement"))))
        .isEqualTo(expected.depthOfFirstWithout(naive::agreement));
    assertThat(Explore.depthOfViolation(withInvariants(paxos, find(paxos, "validity"))))
        .isEqualTo(expected.depthOfFirstWithout(naive::validity));
  }

  private static Map<String, Long> withoutZeros(Map<String, Long> fired) {
    Map<String, Long> some = new HashMap<>(fired);
    some.values().removeIf(count -> count == 0);
    return some;
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
    Paxos paxos = Paxos.of(config);
    SearchResult plain = Explore.upTo().all(paxos);

    for (List<String> symmetry : SYMMETRIES) {
      List<SearchResult> results = ways(symmetry).map(way -> way.all(paxos)).toList();
      assertThat(results).allSatisfy(r -> assertSame(r, plain, results.get(0).explored()));
    }
  }

  private static void assertSame(SearchResult found, SearchResult plain, long explored) {
    assertThat(found.represented()).isEqualTo(plain.explored());
    assertThat(found.explored()).isEqualTo(explored);
    assertThat(found.goals()).isEqualTo(plain.goals());
    if (found.depth().isPresent()) {
      assertThat(found.depth()).isEqualTo(plain.depth());
    }
  }

  private static Stream<Explore> ways(List<String> symmetry) {
    return Stream.of(StoreKind.values())
        .flatMap(
            store ->
                Stream.of(
                    new Explore(Strategy.BFS, 1, store, symmetry),
                    new Explore(Strategy.BFS, 2, store, symmetry),
                    new Explore(Strategy.DFS, 1, store, symmetry)));
  }
}
