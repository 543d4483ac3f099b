package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Compare;
import org.quorate.models.oracle.Environments;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.pbft.NaiveNetworkPbft.Faults;
import org.quorate.models.pbft.NaiveNetworkPbft.World;

/** PBFT over an explicit network against {@link NaiveNetworkPbft}. */
class PbftNetworkOracleTest {

  private static final Environment PERFECT = Environment.explicit(false, false, false);
  private static final Environment LOSSY = Environment.explicit(true, false, false);
  private static final Environment LATE = Environment.explicit(true, false, true);

  private static final PbftConfig TWO = PbftConfig.of(2, 0, 2);
  private static final PbftConfig ALONE = TWO.withByzantine(1).withQuorum(1);
  private static final PbftConfig LYING = PbftConfig.of(3, 1, 2).withQuorum(2);
  private static final PbftConfig SLOTS = PbftConfig.of(2, 1, 2).withSize(2, 2);

  private static Stream<PbftConfig> overEachNetwork(PbftConfig config) {
    return Environments.all().stream().map(config::in);
  }

  private static Stream<PbftConfig> withEachDeviation(PbftConfig config) {
    return Stream.of(Deviation.values()).map(config::withDeviation);
  }

  static Stream<PbftConfig> small() {
    return Stream.of(
            overEachNetwork(PbftConfig.of(2, 0, 1).withSize(1, 1)),
            overEachNetwork(PbftConfig.of(3, 1, 1).withSize(1, 1)),
            overEachNetwork(ALONE),
            withEachDeviation(TWO.in(PERFECT)),
            withEachDeviation(TWO.withSize(1, 1).in(LATE)),
            withEachDeviation(ALONE.in(LOSSY.withCrashes(1, true))),
            withEachDeviation(PbftConfig.of(3, 1, 1).in(LATE.withCrashes(1, true))),
            withEachDeviation(LYING.withSize(1, 1).in(PERFECT)),
            withEachDeviation(SLOTS.in(LOSSY.withCrashes(1, false))),
            Stream.of(
                TWO.in(LOSSY),
                TWO.withSize(1, 1).in(LOSSY.withCrashes(1, true)),
                PbftConfig.of(2, 0, 1).withSize(2, 2).in(LATE),
                PbftConfig.of(2, 0, 1).withSize(2, 1).in(Environment.explicit(false, true, false)),
                TWO.withSize(2, 1).in(PERFECT),
                PbftConfig.of(3, 0, 1).withSize(1, 1).in(PERFECT),
                PbftConfig.of(4, 1, 1).withSize(1, 1).in(PERFECT)))
        .flatMap(s -> s);
  }

  static Stream<PbftConfig> more() {
    return Stream.of(
            withEachDeviation(PbftConfig.of(3, 1, 1).in(Environments.WORST)),
            withEachDeviation(TWO.withSize(1, 1).withQuorum(1).in(PERFECT.withCrashes(1, true))),
            overEachNetwork(PbftConfig.of(2, 0, 1)),
            overEachNetwork(PbftConfig.of(3, 1, 1)),
            overEachNetwork(PbftConfig.of(2, 0, 1).withSize(2, 1)),
            overEachNetwork(SLOTS),
            overEachNetwork(TWO.withSize(1, 1)).filter(c -> !c.environment().duplication()),
            Stream.of(LATE, LOSSY, PERFECT.withCrashes(1, true))
                .flatMap(e -> withEachDeviation(TWO.in(e))),
            Stream.of(LATE, LOSSY).flatMap(e -> withEachDeviation(LYING.withSize(1, 1).in(e))),
            withEachDeviation(LYING.in(PERFECT)),
            Stream.of(
                TWO.withSize(1, 1).in(Environment.explicit(false, true, false)),
                TWO.withSize(1, 1).in(Environment.explicit(false, true, true)),
                TWO.withSize(1, 1).in(Environments.WORST),
                PbftConfig.of(3, 1, 2).in(LATE),
                PbftConfig.of(3, 1, 2).withSize(2, 1).withQuorums(3, 3, 2).in(PERFECT),
                PbftConfig.of(3, 0, 1).withSize(1, 1).in(LOSSY),
                PbftConfig.of(3, 0, 1).withSize(1, 1).in(PERFECT.withCrashes(1, true)),
                PbftConfig.of(4, 1, 1).withSize(1, 1).in(PERFECT.withCrashes(1, true)),
                PbftConfig.of(4, 1, 1).in(Environment.explicit(false, false, true))))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("small")
  void sameGraphAsTheNaiveOne(PbftConfig config) {
    Pbft pbft = Pbft.of(config);
    NaiveNetworkPbft naive = naive(config);
    NaiveSearch<World> expected = naive.search();
    List<String> symmetry = Compare.scalarsets(pbft);

    Compare.withNaive(
        pbft,
        expected,
        w -> naive.images(w, symmetry),
        Map.of("agreement", naive::agreement, "validity", naive::validity));
    assertThat(Explore.upTo().all(pbft).goals())
        .isEqualTo(
            Map.of(
                "decided", expected.states().stream().anyMatch(naive::isDecided),
                "decided-without-faulty",
                    isDecidedWithoutFaulty(naive(config.withBehaviour(Behaviour.SILENT)))));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("more")
  void sameGraphAsTheNaiveOneForMore(PbftConfig config) {
    sameGraphAsTheNaiveOne(config);
  }

  private static NaiveNetworkPbft naive(PbftConfig config) {
    Environment e = config.environment();
    return new NaiveNetworkPbft(
        config, new Faults(e.loss(), e.duplication(), e.reordering(), e.crashes(), e.recovery()));
  }

  private static boolean isDecidedWithoutFaulty(NaiveNetworkPbft silent) {
    return silent.search().states().stream().anyMatch(silent::isDecidedWithoutCrashing);
  }
}
