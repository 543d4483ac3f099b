package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.paxos.NaiveDecisions.Vote;
import org.quorate.models.paxos.NaiveNetworkPaxos.Budget;
import org.quorate.models.paxos.NaiveNetworkPaxos.Faults;

/**
 * {@link NaiveNetworkPaxos} against {@link NaivePaxos}: a network with all faults lets everything
 * happen that a growing set of messages does, and one without any lets no more happen.
 */
class NaiveNetworkPaxosTest {

  private static final Faults NONE = Faults.ofNetwork(false, false, false);
  private static final Faults ALL = Faults.ofNetwork(true, true, true);

  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of(PaxosConfig.of(2, 1, 1), NONE, 19, 13),
        Arguments.of(PaxosConfig.of(2, 1, 1), ALL, 1_701, 876),
        Arguments.of(PaxosConfig.of(2, 2, 2), NONE, 1_020, 322));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void hasSoManyStates(PaxosConfig config, Faults faults, int states, int orbits) {
    NaiveNetworkPaxos network = new NaiveNetworkPaxos(config, faults);

    NaiveSearch<NaiveNetworkPaxos.World> search = network.search();

    assertThat(search.states()).hasSize(states);
    assertThat(search.orbits(network::images)).isEqualTo(orbits);
  }

  static Stream<PaxosConfig> small() {
    PaxosConfig one = PaxosConfig.of(1, 2, 2);
    PaxosConfig two = PaxosConfig.of(2, 1, 2);
    return Stream.of(one, one.withDeviation(Deviation.IGNORE_PROMISES), two, two.withQuorums(1, 1));
  }

  static Stream<PaxosConfig> smallDeviating() {
    PaxosConfig one = PaxosConfig.of(1, 2, 2);
    return Stream.concat(Stream.of(one.withFaults(2, 0, 0)), deviating(one));
  }

  @ParameterizedTest
  @MethodSource("small")
  void allFaultsOfTheNetworkTogetherAreAGrowingSet(PaxosConfig config) {
    assertThat(findings(config, ALL)).isEqualTo(growing(config));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("smallDeviating")
  void allFaultsOfTheNetworkTogetherAreAGrowingSetForDeviationsToo(PaxosConfig config) {
    allFaultsOfTheNetworkTogetherAreAGrowingSet(config);
  }

  @ParameterizedTest
  @MethodSource("small")
  void crashesAddNothingToAllFaultsOfTheNetwork(PaxosConfig config) {
    Faults faults = ALL.with(Budget.CRASH, 1).withRecovery();

    assertThat(findings(config, faults)).isEqualTo(growing(config));
  }

  static Stream<PaxosConfig> larger() {
    PaxosConfig two = PaxosConfig.of(2, 2, 2);
    return Stream.concat(Stream.of(two.withQuorums(1, 2), two.withFaults(2, 0, 0)), deviating(two));
  }

  @ParameterizedTest
  @MethodSource("larger")
  void aNetworkWithoutFaultsDoesNothingElse(PaxosConfig config) {
    Findings found = findings(config, NONE);

    Findings growing = growing(config);
    assertThat(growing.votes()).containsAll(found.votes());
    assertThat(found.agreement() || !growing.agreement()).isTrue();
  }

  /** Paxos and all that deviates from it other than by its configuration. */
  private static Stream<PaxosConfig> deviating(PaxosConfig config) {
    return Arrays.stream(Deviation.values())
        .filter(d -> d != Deviation.SHARED_BALLOT && d != Deviation.SMALL_QUORUM)
        .map(d -> config.withFaults(1, d.loss().isPresent() ? 1 : 0, 0).withDeviation(d));
  }

  /** Who votes for what. */
  private record Cast(int acceptor, Vote vote) {}

  /** All sets of votes that a learner may have got, and whether they never choose two values. */
  private record Findings(Set<Set<Cast>> votes, boolean agreement) {}

  /** A learner may not have got all that was sent. */
  private static Findings growing(PaxosConfig config) {
    NaivePaxos paxos = new NaivePaxos(config);
    NaiveSearch<NaivePaxos.World> search = paxos.search();
    Set<Set<Cast>> votes = new HashSet<>();
    for (NaivePaxos.World w : search.states()) {
      Set<Cast> sent =
          w.sent(NaivePaxos.Accepted.class)
              .map(m -> new Cast(m.acceptor(), m.vote()))
              .collect(Collectors.toSet());
      votes.addAll(Sets.powerSet(sent));
    }
    return new Findings(votes, search.depthOfFirstWithout(paxos::agreement).isEmpty());
  }

  private static Findings findings(PaxosConfig config, Faults faults) {
    NaiveNetworkPaxos paxos = network(config, faults);
    NaiveSearch<NaiveNetworkPaxos.World> search = paxos.search();
    assertThat(search.states()).allMatch(paxos::validity);
    Set<Set<Cast>> votes =
        search.states().stream()
            .map(
                w ->
                    w.facts(NaiveNetworkPaxos.Accepted.class)
                        .map(m -> new Cast(m.acceptor(), m.vote()))
                        .collect(Collectors.toSet()))
            .collect(Collectors.toSet());
    return new Findings(votes, search.depthOfFirstWithout(paxos::agreement).isEmpty());
  }

  /** The configuration over a network, where losing stable state is one of the faults. */
  private static NaiveNetworkPaxos network(PaxosConfig config, Faults faults) {
    if (config.deviation().loss().isEmpty()) {
      return new NaiveNetworkPaxos(config, faults);
    }
    Budget budget =
        switch (config.deviation()) {
          case FORGET_PROMISE -> Budget.FORGET_PROMISE;
          case FORGET_VOTE -> Budget.FORGET_VOTE;
          default -> Budget.FORGET;
        };
    return new NaiveNetworkPaxos(
        config.withFaults(config.proposersPerBallot(), 0, 0).withDeviation(Deviation.NONE),
        faults.with(budget, config.forgets()));
  }
}
