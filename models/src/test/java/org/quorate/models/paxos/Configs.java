package org.quorate.models.paxos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Environments;
import org.quorate.quorum.Composite;

/** Small configurations of Paxos that between them use every option. */
final class Configs {

  private Configs() {}

  /** Paxos as it should be. */
  static Stream<PaxosConfig> correct() {
    return Stream.of(
        PaxosConfig.of(1, 1, 1),
        PaxosConfig.of(1, 3, 3),
        PaxosConfig.of(2, 1, 3),
        PaxosConfig.of(2, 2, 2),
        PaxosConfig.of(2, 2, 3),
        PaxosConfig.of(2, 3, 2),
        PaxosConfig.of(3, 1, 3),
        PaxosConfig.of(3, 2, 1),
        PaxosConfig.of(3, 2, 2),
        PaxosConfig.of(4, 1, 2),
        PaxosConfig.of(4, 2, 1),
        PaxosConfig.of(3, 2, 2).withQuorums(1, 3),
        PaxosConfig.of(3, 2, 2).withQuorums(3, 1),
        PaxosConfig.of(4, 2, 1).withQuorums(3, 2));
  }

  /** Quorums that do not intersect. */
  static Stream<PaxosConfig> wrongQuorums() {
    return Stream.of(
        PaxosConfig.of(2, 2, 2).withQuorums(1, 1),
        PaxosConfig.of(3, 2, 2).withQuorums(1, 2),
        PaxosConfig.of(3, 2, 2).withQuorums(2, 1),
        PaxosConfig.of(4, 1, 2).withQuorums(2, 2));
  }

  /** Proposers that share a ballot, crashes that lose something, Byzantine acceptors. */
  static Stream<PaxosConfig> faulty() {
    return Stream.of(
        PaxosConfig.of(2, 1, 3).withFaults(2, 0, 0),
        PaxosConfig.of(2, 2, 2).withFaults(2, 0, 0),
        PaxosConfig.of(3, 1, 2).withFaults(2, 0, 0),
        PaxosConfig.of(1, 2, 2).withFaults(1, 3, 0),
        PaxosConfig.of(2, 2, 2).withFaults(1, 1, 0),
        PaxosConfig.of(1, 2, 2).withFaults(2, 1, 0),
        PaxosConfig.of(3, 2, 2).withFaults(1, 0, 1),
        PaxosConfig.of(3, 2, 2).withQuorums(3, 3).withFaults(1, 0, 1),
        PaxosConfig.of(3, 3, 2).withQuorums(3, 3).withFaults(1, 0, 1),
        PaxosConfig.of(4, 2, 2).withFaults(1, 0, 2),
        PaxosConfig.of(2, 2, 2).withQuorums(2, 1).withFaults(1, 0, 1),
        PaxosConfig.of(2, 3, 1).withQuorums(1, 1).withFaults(1, 0, 1),
        PaxosConfig.of(3, 2, 2).withFaults(2, 0, 1),
        PaxosConfig.of(2, 2, 2).withFaults(1, 1, 1));
  }

  /** Every deviation from Paxos, alone and together with faults. */
  static Stream<PaxosConfig> deviating() {
    return Arrays.stream(Deviation.values())
        .filter(d -> d != Deviation.NONE)
        .flatMap(d -> hosts(d).stream().map(c -> c.withDeviation(d)));
  }

  private static List<PaxosConfig> hosts(Deviation deviation) {
    PaxosConfig small = PaxosConfig.of(2, 2, 2);
    if (deviation.loss().isPresent()) {
      return List.of(
          small.withFaults(1, 1, 0),
          small.withFaults(1, 2, 0),
          PaxosConfig.of(1, 3, 2).withFaults(1, 1, 0),
          small.withFaults(1, 1, 1));
    }
    return List.of(
        small,
        small.withFaults(1, 1, 0),
        PaxosConfig.of(1, 2, 2).withFaults(2, 0, 0),
        PaxosConfig.of(1, 3, 2),
        PaxosConfig.of(2, 2, 1),
        PaxosConfig.of(3, 2, 2).withFaults(1, 0, 1));
  }

  /** Quorums that are no thresholds, or that are thresholds written as if they were none. */
  static Stream<PaxosConfig> systems() {
    return Stream.of(
        withSystems(3, 2, 2, "all of {a, b}", "any of {a, all of {b, c}}"),
        withSystems(3, 2, 2, "any of {2 of 3}", "any of {2 of 3}"),
        withSystems(3, 2, 2, "2 of {2*a, b, c}", "2 of {2*a, b, c}"),
        withSystems(4, 2, 1, "rows of 2x2", "columns of 2x2"),
        withSystems(4, 1, 2, "rows of 2x2", "rows of 2x2"),
        withSystems(4, 2, 1, "3 of {2*a, b, c, d}", "3 of {2*a, b, c, d}"),
        withSystems(
            4,
            2,
            1,
            "any of {all of {a, b}, all of {b, c}, all of {c, d}, all of {d, a}}",
            "2 of 4"),
        withSystems(3, 2, 2, "2 of 3", "all of {a, b}").withDeviation(Deviation.IGNORE_PROMISES),
        withSystems(2, 2, 2, "any of {a}", "all of 2").withDeviation(Deviation.STALE_PROMISE),
        withSystems(2, 2, 2, "any of {a}", "any of {a}").withDeviation(Deviation.CHOOSE_LOWEST),
        withSystems(2, 2, 2, "any of {a}", "all of 2").withFaults(2, 0, 0),
        withSystems(2, 2, 2, "any of {a}", "all of 2").withFaults(1, 1, 0),
        withSystems(2, 2, 2, "any of {a}", "all of 2").withDeviation(Deviation.LEARN_BY_VALUE));
  }

  static PaxosConfig withSystems(
      int acceptors, int ballots, int values, String phase1, String phase2) {
    List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i").subList(0, acceptors);
    return PaxosConfig.of(acceptors, ballots, values)
        .withQuorums(Composite.parse(phase1, names), Composite.parse(phase2, names));
  }

  /** Over explicit networks. */
  static Stream<PaxosConfig> overNetworks() {
    PaxosConfig three = PaxosConfig.of(3, 2, 2);
    return Stream.of(
        three.in(Environment.explicit(false, false, false)),
        three.in(Environment.explicit(true, true, false).withCrashes(1, true)),
        three.withFaults(2, 2, 0).in(Environments.WORST.withCrashes(2, false)),
        three.withDeviation(Deviation.PROMISE_UNCHECKED).in(Environments.WORST));
  }

  static Stream<PaxosConfig> all() {
    return Stream.of(correct(), wrongQuorums(), faulty(), deviating(), systems()).flatMap(c -> c);
  }
}
