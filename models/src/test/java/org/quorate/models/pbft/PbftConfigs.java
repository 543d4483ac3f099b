package org.quorate.models.pbft;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small configurations of PBFT that between them use every option. */
final class PbftConfigs {

  private PbftConfigs() {}

  /** PBFT as it should be. */
  static Stream<PbftConfig> correct() {
    return Stream.of(
        PbftConfig.of(1, 0, 1),
        PbftConfig.of(2, 0, 1),
        PbftConfig.of(2, 0, 2),
        PbftConfig.of(3, 0, 2),
        PbftConfig.of(3, 0, 2).withSize(1, 1),
        PbftConfig.of(3, 1, 1),
        PbftConfig.of(3, 1, 2),
        PbftConfig.of(3, 1, 2).withSize(1, 3),
        PbftConfig.of(3, 1, 3),
        PbftConfig.of(4, 0, 1).withSize(1, 3),
        PbftConfig.of(4, 1, 1),
        PbftConfig.of(4, 1, 2).withSize(1, 1),
        PbftConfig.of(5, 1, 1));
  }

  /** Several slots, with null requests in gaps where there are several views. */
  static Stream<PbftConfig> slots() {
    return Stream.of(
        PbftConfig.of(2, 0, 1).withSize(2, 2),
        PbftConfig.of(2, 0, 2).withSize(2, 1),
        PbftConfig.of(2, 0, 2).withSize(2, 1).withQuorum(1),
        PbftConfig.of(3, 1, 1).withSize(2, 1),
        PbftConfig.of(3, 1, 2).withSize(2, 1),
        PbftConfig.of(3, 2, 2).withSize(2, 1).withQuorum(2),
        PbftConfig.of(3, 2, 2).withSize(2, 2).withQuorum(3),
        PbftConfig.of(2, 1, 2).withSize(2, 2),
        PbftConfig.of(2, 1, 2).withSize(3, 1));
  }

  /** Quorums that do not intersect in a correct replica, or have no correct replica. */
  static Stream<PbftConfig> wrongQuorums() {
    PbftConfig three = PbftConfig.of(3, 0, 2);
    return Stream.of(
        PbftConfig.of(4, 1, 1).withQuorum(2),
        PbftConfig.of(4, 1, 1).withQuorums(2, 3, 3),
        PbftConfig.of(4, 1, 1).withQuorums(3, 2, 3),
        PbftConfig.of(5, 1, 1).withQuorum(3),
        three.withQuorums(1, 2, 2),
        three.withQuorums(2, 1, 2),
        three.withQuorums(2, 2, 1),
        three.withByzantine(1).withQuorum(2),
        three.withByzantine(1).withQuorums(1, 3, 3),
        three.withByzantine(1).withQuorums(3, 1, 3),
        three.withByzantine(1).withQuorums(3, 3, 1),
        PbftConfig.of(2, 0, 2).withQuorum(1));
  }

  /** More Byzantine replicas than the quorums are made for. */
  static Stream<PbftConfig> tooManyFaults() {
    return Stream.of(
        PbftConfig.of(1, 0, 1).withByzantine(1),
        PbftConfig.of(2, 0, 2).withByzantine(1),
        PbftConfig.of(2, 0, 2).withByzantine(2),
        PbftConfig.of(3, 0, 3).withByzantine(2),
        PbftConfig.of(3, 1, 2).withByzantine(2),
        PbftConfig.of(4, 1, 1).withByzantine(2),
        PbftConfig.of(4, 1, 2).withByzantine(2),
        PbftConfig.of(4, 1, 2).withByzantine(3).withSize(1, 3),
        PbftConfig.of(4, 2, 3).withByzantine(3));
  }

  /** Every deviation from PBFT, alone and where it can show. */
  static Stream<PbftConfig> deviating() {
    List<PbftConfig> hosts =
        List.of(
            PbftConfig.of(2, 0, 2),
            PbftConfig.of(3, 0, 2),
            PbftConfig.of(3, 1, 2),
            PbftConfig.of(3, 1, 2).withQuorum(2),
            PbftConfig.of(3, 2, 3).withQuorum(2),
            PbftConfig.of(3, 2, 2).withQuorums(1, 2, 2),
            PbftConfig.of(2, 0, 2).withSize(2, 1),
            PbftConfig.of(2, 1, 2).withSize(2, 2),
            PbftConfig.of(2, 1, 2).withSize(2, 1).withQuorum(1),
            PbftConfig.of(4, 1, 1),
            PbftConfig.of(4, 2, 2));
    return Arrays.stream(Deviation.values())
        .filter(d -> d != Deviation.NONE)
        .flatMap(d -> hosts.stream().map(c -> c.withDeviation(d)));
  }

  static Stream<PbftConfig> all() {
    return Stream.of(correct(), slots(), wrongQuorums(), tooManyFaults(), deviating())
        .flatMap(c -> c);
  }
}
