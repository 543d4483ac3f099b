package org.quorate.models.paxos;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Compare;
import org.quorate.models.oracle.Environments;
import org.quorate.models.paxos.NaiveNetworkPaxos.Budget;
import org.quorate.models.paxos.NaiveNetworkPaxos.Faults;

/** Paxos over an explicit network against {@link NaiveNetworkPaxos}. */
class PaxosNetworkOracleTest {

  private static final PaxosConfig ONE = PaxosConfig.of(1, 2, 2);
  private static final PaxosConfig TWO = PaxosConfig.of(2, 1, 2);
  private static final PaxosConfig LARGER = PaxosConfig.of(2, 2, 2);

  private static Stream<PaxosConfig> overEachNetwork(PaxosConfig config) {
    return Environments.all().stream().map(config::in);
  }

  private static Stream<PaxosConfig> withEachDeviation(PaxosConfig config) {
    return Stream.of(Deviation.values()).filter(d -> d.loss().isEmpty()).map(config::withDeviation);
  }

  static Stream<PaxosConfig> small() {
    PaxosConfig perfect = ONE.in(Environment.explicit(false, false, false));
    return Stream.of(
            overEachNetwork(PaxosConfig.of(2, 1, 1)),
            overEachNetwork(PaxosConfig.of(1, 2, 1)),
            withEachDeviation(perfect),
            withEachDeviation(ONE.in(Environment.explicit(true, true, false))),
            withEachDeviation(ONE.in(Environment.explicit(true, false, true).withCrashes(1, true))),
            Stream.of(Deviation.FORGET_ALL, Deviation.FORGET_PROMISE, Deviation.FORGET_VOTE)
                .map(perfect.withFaults(1, 1, 0)::withDeviation),
            Stream.of(
                perfect.withFaults(2, 0, 0),
                TWO.withQuorums(1, 1).in(Environments.WORST),
                LARGER.in(Environment.explicit(true, false, true)),
                LARGER.in(Environment.explicit(true, false, false).withCrashes(1, true)),
                LARGER
                    .withFaults(1, 1, 0)
                    .in(Environment.explicit(false, false, false).withCrashes(1, false))))
        .flatMap(s -> s);
  }

  static Stream<PaxosConfig> more() {
    return Stream.of(
            overEachNetwork(ONE),
            overEachNetwork(TWO),
            Environments.all().stream()
                .flatMap(e -> withEachDeviation(PaxosConfig.of(1, 2, 1).in(e))),
            withEachDeviation(LARGER.in(Environment.explicit(true, false, true))),
            withEachDeviation(LARGER.in(Environment.explicit(true, false, false))))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("small")
  void sameGraphAsTheNaiveOne(PaxosConfig config) {
    NaiveNetworkPaxos naive = new NaiveNetworkPaxos(withoutFaults(config), faults(config));

    Compare.withNaive(
        Paxos.of(config),
        naive.search(),
        naive::images,
        Map.of("agreement", naive::agreement, "validity", naive::validity));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("more")
  void sameGraphAsTheNaiveOneForMore(PaxosConfig config) {
    sameGraphAsTheNaiveOne(config);
  }

  static Stream<PaxosConfig> waysToExplore() {
    return Stream.of(
        ONE.withFaults(2, 0, 0).in(Environment.explicit(true, false, false)),
        ONE.in(Environments.WORST.withCrashes(1, true)),
        LARGER.in(Environment.explicit(true, false, true).withCrashes(1, true)),
        LARGER.in(Environment.explicit(true, false, false).withCrashes(1, false)));
  }

  @ParameterizedTest
  @MethodSource("waysToExplore")
  void everySymmetryRepresentsEveryState(PaxosConfig config) {
    Compare.waysToExplore(Paxos.of(config));
  }

  /** To the naive one, losing stable state is one of the faults. */
  private static PaxosConfig withoutFaults(PaxosConfig config) {
    return config
        .withFaults(config.proposersPerBallot(), 0, 0)
        .withDeviation(config.deviation().loss().isPresent() ? Deviation.NONE : config.deviation());
  }

  private static Faults faults(PaxosConfig config) {
    Environment e = config.environment();
    Faults faults =
        new Faults(e.loss(), e.duplication(), e.reordering(), e.recovery(), Map.of())
            .with(Budget.CRASH, e.crashes());
    Budget budget =
        switch (config.loss()) {
          case ALL -> Budget.FORGET;
          case PROMISE -> Budget.FORGET_PROMISE;
          case VOTE -> Budget.FORGET_VOTE;
        };
    return faults.with(budget, config.forgets());
  }
}
