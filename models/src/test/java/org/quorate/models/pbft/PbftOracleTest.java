package org.quorate.models.pbft;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Compare;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.search.SearchResult;

/** PBFT on the checker against {@link NaivePbft}, and against itself explored in other ways. */
class PbftOracleTest {

  static Stream<PbftConfig> configs() {
    return Stream.concat(PbftConfigs.all(), PbftConfigs.restricted());
  }

  @ParameterizedTest
  @MethodSource("configs")
  void sameGraphAsTheNaiveOne(PbftConfig config) {
    Pbft pbft = Pbft.of(config);
    NaivePbft naive = new NaivePbft(config);
    NaiveSearch<PbftWorld> expected = naive.search();

    SearchResult found = Compare.graph(pbft, expected);
    assertThat(byClass(found)).containsExactlyInAnyOrderElementsOf(byPlacement(config, expected));
    for (List<String> symmetry : PbftConfigs.symmetries(config)) {
      assertThat(Explore.upTo(symmetry).all(pbft).explored())
          .isEqualTo(expected.orbits(w -> naive.images(w, symmetry)));
    }
    Compare.violations(
        pbft, expected, Map.of("agreement", naive::agreement, "validity", naive::validity));
    assertThat(found.goals())
        .isEqualTo(
            Map.of(
                "decided", decides(naive, expected),
                "decided-without-faulty",
                    decides(new NaivePbft(config.withBehaviour(Behaviour.SILENT)))));
  }

  static Stream<PbftConfig> largeConfigs() {
    return Stream.concat(PbftConfigs.large(), PbftConfigs.largeRestricted());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("largeConfigs")
  void sameLargeGraphAsTheNaiveOne(PbftConfig config) {
    sameGraphAsTheNaiveOne(config);
  }

  /** The numbers of states of each class; there are no classes where there is one placement. */
  private static Collection<Long> byClass(SearchResult found) {
    return found.partition().isEmpty()
        ? List.of(found.represented())
        : Compare.represented(found).values();
  }

  /** The numbers of states with the same primaries Byzantine. */
  private static Collection<Long> byPlacement(PbftConfig config, NaiveSearch<PbftWorld> search) {
    return search.states().stream()
        .collect(
            groupingBy(
                w -> w.faulty().stream().filter(r -> r < config.views()).toList(), counting()))
        .values();
  }

  private static boolean decides(NaivePbft naive) {
    return decides(naive, naive.search());
  }

  private static boolean decides(NaivePbft naive, NaiveSearch<PbftWorld> search) {
    return search.depthOfFirstWithout(naive::nothingIsDecided).isPresent();
  }

  /** Symmetry works on the layout, for which it is enough to see each deviation once. */
  static Stream<PbftConfig> configsThatDifferInLayout() {
    return Stream.concat(
        PbftConfigs.all().filter(c -> c.deviation() == Deviation.NONE || c.replicas() == 4),
        PbftConfigs.restricted(PbftConfig.of(3, 1, 2)));
  }

  @ParameterizedTest
  @MethodSource("configsThatDifferInLayout")
  void everySymmetryRepresentsEveryState(PbftConfig config) {
    Compare.waysToExplore(Pbft.of(config));
  }
}
