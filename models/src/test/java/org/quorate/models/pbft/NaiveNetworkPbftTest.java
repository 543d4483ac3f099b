package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.Reduction;
import org.quorate.models.pbft.NaiveDecisions.Decision;
import org.quorate.models.pbft.NaiveNetworkPbft.Faults;

/**
 * {@link NaiveNetworkPbft} against {@link NaivePbft}: over a network with all faults, replicas do
 * all that they do with a growing set of messages, and with fewer faults nothing else.
 */
class NaiveNetworkPbftTest {

  private static final Faults NONE = Faults.ofNetwork(false, false, false);
  private static final Faults ALL = Faults.ofNetwork(true, true, true);
  private static final PbftConfig LYING = PbftConfig.of(3, 1, 2).withQuorum(2).withSize(1, 1);

  /** Of a primary and a backup that have one value, which can be counted by hand. */
  static Stream<Arguments> sizes() {
    return Stream.of(Arguments.of(NONE, 13), Arguments.of(ALL, 123));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void hasSoManyStates(Faults faults, int states) {
    PbftConfig config = PbftConfig.of(2, 0, 1).withSize(1, 1);

    assertThat(new NaiveNetworkPbft(config, faults).search().states()).hasSize(states);
  }

  static Stream<PbftConfig> small() {
    PbftConfig two = PbftConfig.of(2, 0, 1);
    PbftConfig three = PbftConfig.of(3, 1, 1);
    PbftConfig faulty = PbftConfig.of(2, 0, 2).withByzantine(1);
    return Stream.of(
            Stream.of(two, two.withQuorum(1), two.withSize(2, 1), faulty.withQuorum(1), three),
            withEachDeviation(three),
            withEachDeviation(PbftConfig.of(2, 1, 2).withSize(2, 2)))
        .flatMap(s -> s);
  }

  static Stream<PbftConfig> larger() {
    PbftConfig two = PbftConfig.of(2, 0, 2).withSize(1, 1);
    return Stream.concat(
        Stream.of(PbftConfig.of(3, 1, 1).withQuorum(2), PbftConfig.of(2, 0, 2)),
        Stream.concat(withEachDeviation(two), withEachDeviation(two.withQuorum(1))));
  }

  private static Stream<PbftConfig> withEachDeviation(PbftConfig config) {
    return Stream.of(Deviation.values()).map(config::withDeviation);
  }

  @ParameterizedTest
  @MethodSource("small")
  void allFaultsOfTheNetworkTogetherAreAGrowingSet(PbftConfig config) {
    Findings found = findings(config, ALL);
    Findings growing = growing(config);

    assertThat(found.runs()).isEqualTo(growing.runs());
    assertThat(Reduction.largest(found.decided())).isEqualTo(Reduction.largest(growing.decided()));
    assertThat(found.agreement()).isEqualTo(growing.agreement());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("larger")
  void allFaultsOfTheNetworkTogetherAreAGrowingSetForMore(PbftConfig config) {
    allFaultsOfTheNetworkTogetherAreAGrowingSet(config);
  }

  static Stream<Arguments> fewerFaults() {
    return Stream.concat(
        overSomeNetworks(PbftConfig.of(2, 0, 2)),
        withEachDeviation(LYING).map(config -> Arguments.of(config, NONE)));
  }

  static Stream<Arguments> fewerFaultsOfMore() {
    return overSomeNetworks(LYING);
  }

  private static Stream<Arguments> overSomeNetworks(PbftConfig host) {
    return withEachDeviation(host)
        .flatMap(
            config ->
                Stream.of(NONE, NONE.withCrashes(1, true), Faults.ofNetwork(true, false, true))
                    .map(faults -> Arguments.of(config, faults)));
  }

  @ParameterizedTest
  @MethodSource("fewerFaults")
  void fewerFaultsLetNothingElseHappen(PbftConfig config, Faults faults) {
    Findings found = findings(config, faults);
    Findings growing = growing(config);

    assertThat(growing.runs()).containsAll(found.runs());
    assertThat(found.decided())
        .allMatch(some -> growing.decided().stream().anyMatch(all -> all.containsAll(some)));
    assertThat(found.agreement() || !growing.agreement()).isTrue();
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("fewerFaultsOfMore")
  void fewerFaultsLetNothingElseHappenToMore(PbftConfig config, Faults faults) {
    fewerFaultsLetNothingElseHappen(config, faults);
  }

  /**
   * What came of all runs.
   *
   * @param runs all that was sent together, and where the replicas were then
   * @param decided all that was decided together
   */
  private record Findings(Set<PbftWorld> runs, Set<Set<Decision>> decided, boolean agreement) {}

  private static Findings growing(PbftConfig config) {
    NaivePbft pbft = new NaivePbft(config);
    NaiveSearch<PbftWorld> search = pbft.search();
    return new Findings(
        search.states(),
        search.states().stream().map(pbft.decisions()::decided).collect(Collectors.toSet()),
        search.depthOfFirstWithout(pbft::agreement).isEmpty());
  }

  private static Findings findings(PbftConfig config, Faults faults) {
    NaiveNetworkPbft pbft = new NaiveNetworkPbft(config, faults);
    NaiveSearch<NaiveNetworkPbft.World> search = pbft.search();
    return new Findings(
        search.states().stream().map(NaiveNetworkPbft.World::replicas).collect(Collectors.toSet()),
        search.states().stream().map(pbft::decided).collect(Collectors.toSet()),
        search.depthOfFirstWithout(pbft::agreement).isEmpty());
  }
}
