package org.quorate.models.multipaxos;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Compare;
import org.quorate.models.oracle.Environments;

/** Multi-Paxos over an explicit network against {@link NaiveNetworkMultiPaxos}. */
class MultiPaxosNetworkOracleTest {

  private static final MultiPaxosConfig ONE = MultiPaxosConfig.of(1, 1, 1, 1);
  private static final MultiPaxosConfig TWO_VALUES = MultiPaxosConfig.of(1, 1, 1, 2);
  private static final MultiPaxosConfig TWO_SLOTS = MultiPaxosConfig.of(1, 1, 2, 1);
  private static final MultiPaxosConfig TWO_BALLOTS = MultiPaxosConfig.of(1, 2, 1, 2);
  private static final MultiPaxosConfig TWO_ACCEPTORS = MultiPaxosConfig.of(2, 1, 1, 2);
  private static final MultiPaxosConfig LARGER = MultiPaxosConfig.of(2, 2, 1, 2);

  /** Promises of different acceptors differ, and lead to different plans. */
  private static final MultiPaxosConfig REPLANNING =
      MultiPaxosConfig.of(2, 2, 1, 1).withQuorums(1, 2).withDeviation(Deviation.REPLAN);

  private static final Environment PERFECT = Environment.explicit(false, false, false);
  private static final Environment OVERTAKING = Environment.explicit(true, false, true);

  /** The least sizes at which deviations make a difference. */
  private static Stream<MultiPaxosConfig> deviating() {
    return Stream.of(
        ONE.withDeviation(Deviation.SKIP_FIRST_PHASE1),
        TWO_VALUES.withDeviation(Deviation.TWO_VALUES),
        TWO_VALUES.withProposersPerBallot(2).withDeviation(Deviation.SHARED_BALLOT),
        TWO_SLOTS.withDeviation(Deviation.OUT_OF_ORDER),
        MultiPaxosConfig.of(1, 1, 2, 2).withDeviation(Deviation.SINGLE_REGISTER),
        TWO_BALLOTS.withDeviation(Deviation.SKIP_PHASE1),
        TWO_BALLOTS.withDeviation(Deviation.LEAVE_FREE),
        MultiPaxosConfig.of(1, 2, 2, 1).withDeviation(Deviation.REPORT_LAST_SLOT));
  }

  private static Stream<MultiPaxosConfig> overEachNetwork(MultiPaxosConfig config) {
    return Environments.all().stream().map(config::in);
  }

  static Stream<MultiPaxosConfig> small() {
    return Stream.of(
            Stream.of(
                    TWO_SLOTS,
                    TWO_VALUES.withProposersPerBallot(2),
                    MultiPaxosConfig.of(1, 2, 1, 1),
                    MultiPaxosConfig.of(2, 1, 1, 1))
                .flatMap(MultiPaxosNetworkOracleTest::overEachNetwork),
            deviating().map(c -> c.in(PERFECT)),
            deviating().map(c -> c.in(OVERTAKING.withCrashes(1, true))),
            Stream.of(
                REPLANNING.in(PERFECT),
                TWO_ACCEPTORS.withQuorums(1, 1).in(Environments.WORST),
                MultiPaxosConfig.of(2, 1, 1, 1).in(OVERTAKING.withCrashes(2, true)),
                MultiPaxosConfig.of(1, 2, 2, 1)
                    .withDeviation(Deviation.SINGLE_REGISTER)
                    .in(OVERTAKING),
                LARGER.in(PERFECT)))
        .flatMap(s -> s);
  }

  static Stream<MultiPaxosConfig> more() {
    Stream<MultiPaxosConfig> withCrashes =
        Stream.of(
                LARGER,
                MultiPaxosConfig.of(3, 1, 1, 1),
                MultiPaxosConfig.of(1, 2, 2, 2),
                MultiPaxosConfig.of(1, 1, 2, 2).withProposersPerBallot(2),
                TWO_BALLOTS.withProposersPerBallot(2))
            .flatMap(MultiPaxosNetworkOracleTest::overEachNetwork);
    Stream<MultiPaxosConfig> withoutCrashes =
        Stream.of(LARGER.withQuorums(1, 2), REPLANNING)
            .flatMap(c -> Environments.networks().stream().map(c::in));
    return Stream.of(
            Stream.of(TWO_BALLOTS, TWO_ACCEPTORS, MultiPaxosConfig.of(1, 1, 2, 2))
                .flatMap(MultiPaxosNetworkOracleTest::overEachNetwork),
            deviating()
                .flatMap(MultiPaxosNetworkOracleTest::overEachNetwork)
                .filter(c -> !(c.environment().duplication() && c.environment().reordering())),
            Stream.concat(withCrashes, withoutCrashes).filter(c -> !c.environment().duplication()),
            Stream.of(Deviation.values()).map(LARGER.in(PERFECT)::withDeviation),
            Stream.of(MultiPaxosConfig.of(2, 2, 2, 1).in(PERFECT)))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("small")
  void sameGraphAsTheNaiveOne(MultiPaxosConfig config) {
    NaiveNetworkMultiPaxos naive = new NaiveNetworkMultiPaxos(config);

    Compare.withNaive(
        MultiPaxos.of(config),
        naive.search(),
        naive::images,
        Map.of("agreement", naive::agreement, "validity", naive::validity));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("more")
  void sameGraphAsTheNaiveOneForMore(MultiPaxosConfig config) {
    sameGraphAsTheNaiveOne(config);
  }
}
