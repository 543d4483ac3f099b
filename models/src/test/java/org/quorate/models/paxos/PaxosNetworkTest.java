package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Environments;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.Reduction;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.state.State;

/** Paxos over an explicit network against itself in other environments, and without reduction. */
class PaxosNetworkTest {

  /** A value that was chosen in a ballot. */
  private record Choice(int ballot, int value) {}

  private static Set<Choice> choices(Paxos paxos, State s) {
    PaxosInvariants invariants = new PaxosInvariants(paxos);
    Set<Choice> choices = new HashSet<>();
    for (int b = 0; b < paxos.ballots().size(); b++) {
      for (int v = 0; v < paxos.values().size(); v++) {
        if (invariants.isChosenIn(s, b, v)) {
          choices.add(new Choice(b, v));
        }
      }
    }
    return choices;
  }

  private static Set<Set<Choice>> decided(PaxosConfig config, Explore way) {
    Paxos paxos = Paxos.of(config);
    return Reduction.decided(paxos, way, s -> choices(paxos, s));
  }

  private static Set<Set<Choice>> largestDecided(PaxosConfig config) {
    return Reduction.largest(decided(config, Explore.upTo().reduced()));
  }

  /** Of 1 or 2 acceptors, with and without each deviation and fault of a process. */
  static Stream<PaxosConfig> tiny() {
    return Stream.of(
        PaxosConfig.of(2, 1, 1),
        PaxosConfig.of(1, 2, 1).withFaults(1, 1, 0),
        PaxosConfig.of(1, 2, 2).withDeviation(Deviation.ACCEPT_UNCHECKED));
  }

  static Stream<PaxosConfig> small() {
    PaxosConfig one = PaxosConfig.of(1, 2, 2);
    PaxosConfig two = PaxosConfig.of(2, 1, 2);
    return Stream.concat(
        Stream.of(
            one,
            two,
            two.withFaults(2, 0, 0),
            two.withQuorums(1, 1),
            one.withFaults(1, 1, 0),
            PaxosConfig.of(2, 1, 1).withFaults(1, 1, 0).withDeviation(Deviation.FORGET_VOTE),
            PaxosConfig.of(3, 1, 1),
            PaxosConfig.of(3, 1, 1).withFaults(1, 0, 1)),
        Stream.of(Deviation.values()).map(one::withDeviation));
  }

  static Stream<PaxosConfig> smallOverSomeNetworks() {
    return small()
        .flatMap(
            c ->
                Stream.of(
                        Environment.explicit(false, false, false),
                        Environment.explicit(true, false, true),
                        Environment.explicit(true, false, false).withCrashes(1, true))
                    .map(c::in));
  }

  static Stream<PaxosConfig> smallOverEachNetwork() {
    return small().flatMap(c -> Environments.all().stream().map(c::in));
  }

  @ParameterizedTest
  @MethodSource("smallOverSomeNetworks")
  void reductionChangesNoAnswer(PaxosConfig config) {
    Paxos paxos = Paxos.of(config);
    Reduction.check(paxos, s -> choices(paxos, s));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("smallOverEachNetwork")
  void reductionChangesNoAnswerOverAnyNetwork(PaxosConfig config) {
    reductionChangesNoAnswer(config);
  }

  static Stream<PaxosConfig> largerOverEachNetwork() {
    PaxosConfig two = PaxosConfig.of(2, 2, 2);
    PaxosConfig three = PaxosConfig.of(3, 2, 1);
    return Stream.concat(
            Stream.of(two, two.withFaults(2, 0, 0), three),
            Stream.of(Deviation.values()).map(two::withDeviation))
        .flatMap(
            c ->
                Environments.all().stream()
                    // With copies, these have hundreds of thousands of states and more.
                    .filter(e -> !e.duplication())
                    .map(c::in));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("largerOverEachNetwork")
  void reductionChangesNoAnswerOfLargerOnes(PaxosConfig config) {
    Reduction.sameAnswers(Paxos.of(config));
  }

  @ParameterizedTest
  @MethodSource("tiny")
  void worstNetworkDecidesWhatTheGrowingSetDoes(PaxosConfig config) {
    assertThat(decided(config.in(Environments.WORST), Explore.upTo()))
        .isEqualTo(decided(config, Explore.upTo()));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("small")
  void moreOfTheSame(PaxosConfig config) {
    worstNetworkDecidesWhatTheGrowingSetDoes(config);
    fewerFaultsDecideNothingMore(config);
  }

  static Stream<PaxosConfig> larger() {
    PaxosConfig two = PaxosConfig.of(2, 2, 2);
    return Stream.concat(
        Stream.of(
            two,
            PaxosConfig.of(3, 2, 2),
            PaxosConfig.of(2, 3, 2),
            two.withFaults(2, 0, 0),
            two.withFaults(1, 1, 0),
            PaxosConfig.of(3, 2, 2).withFaults(1, 0, 1)),
        Stream.of(Deviation.values()).map(two::withDeviation));
  }

  @ParameterizedTest
  @MethodSource("larger")
  void worstNetworkDecidesAsMuchAsTheGrowingSet(PaxosConfig config) {
    assertThat(largestDecided(config.in(Environments.WORST))).isEqualTo(largestDecided(config));
  }

  @ParameterizedTest
  @MethodSource("tiny")
  void fewerFaultsDecideNothingMore(PaxosConfig config) {
    List<Environment> all = Environments.all();
    List<Set<Set<Choice>>> decided =
        all.stream().map(e -> decided(config.in(e), Explore.upTo())).toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        if (Environments.isWithin(all.get(i), all.get(j))) {
          assertThat(decided.get(j)).containsAll(decided.get(i));
        }
      }
    }
  }

  static Stream<Environment> environments() {
    return Environments.all().stream();
  }

  @ParameterizedTest
  @MethodSource("environments")
  void paxosIsSafeUnderEveryCombination(Environment environment) {
    PaxosConfig config = PaxosConfig.of(3, 2, 2).in(environment);

    SearchResult result = Explore.upTo("acceptors", "values").reduced().run(Paxos.of(config));

    assertThat(result.verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(result.goals()).containsEntry("decided", true);
    assertThat(result.goals()).containsEntry("decided-without-faulty", true);
  }

  @Test
  void nothingIsDecidedOnceAMajorityHasCrashed() {
    PaxosConfig config =
        PaxosConfig.of(3, 2, 2).in(Environment.explicit(false, false, false).withCrashes(2, false));

    SearchResult result = Explore.upTo("acceptors", "values").reduced().run(Paxos.of(config));

    assertThat(result.verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(result.goals()).containsEntry("decided-without-faulty", false);
  }

  /** States explored and represented, reduced, of 3 acceptors, 2 ballots and 2 values. */
  @ParameterizedTest
  @CsvSource({
    "false, false, false,    904,    8298",
    "true,  false, false,   7063,   73939",
    "false, true,  false,   4423,   45886",
    "true,  true,  false,  30564,  338875",
    "false, false, true,    1236,   12225",
    "true,  false, true,    1236,   12225",
    "false, true,  true,    1770,   18081",
    "true,  true,  true,    1770,   18081"
  })
  void sizes(
      boolean loss, boolean duplication, boolean reordering, long explored, long represented) {
    Environment environment = Environment.explicit(loss, duplication, reordering);

    SearchResult result =
        Explore.upTo("acceptors", "values")
            .reduced()
            .all(Paxos.of(PaxosConfig.of(3, 2, 2).in(environment)));

    assertThat(result.explored()).isEqualTo(explored);
    assertThat(result.represented()).isEqualTo(represented);
  }
}
