package org.quorate.models.paxos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
    if (deviation.forgets()) {
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

  static Stream<PaxosConfig> all() {
    return Stream.of(correct(), wrongQuorums(), faulty(), deviating()).flatMap(c -> c);
  }
}
