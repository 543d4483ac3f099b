package org.quorate.models.pbft;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Enumerate;

/** Small configurations of PBFT that between them use every option. */
final class PbftConfigs {

  private PbftConfigs() {}

  /** PBFT as it should be. */
  static Stream<PbftConfig> correct() {
    return Stream.of(
        PbftConfig.of(1, 0, 1),
        PbftConfig.of(2, 0, 1),
        PbftConfig.of(2, 0, 2),
        PbftConfig.of(3, 0, 2).withSize(1, 1),
        PbftConfig.of(3, 1, 1),
        PbftConfig.of(3, 1, 2),
        PbftConfig.of(3, 1, 2).withSize(1, 3),
        PbftConfig.of(3, 1, 3).withSize(1, 1),
        PbftConfig.of(4, 0, 1).withSize(1, 3),
        PbftConfig.of(4, 1, 1),
        PbftConfig.of(4, 1, 1).withSize(1, 3),
        PbftConfig.of(5, 1, 1));
  }

  /** Several slots, with null requests in gaps where there are several views. */
  static Stream<PbftConfig> slots() {
    return Stream.of(
        PbftConfig.of(2, 0, 1).withSize(2, 2),
        PbftConfig.of(2, 0, 2).withSize(2, 1),
        PbftConfig.of(3, 1, 1).withSize(2, 1),
        PbftConfig.of(3, 1, 2).withSize(2, 1),
        PbftConfig.of(3, 2, 2).withSize(2, 1).withQuorum(2),
        PbftConfig.of(3, 2, 2).withSize(2, 2).withQuorum(3),
        PbftConfig.of(2, 1, 2).withSize(2, 2),
        PbftConfig.of(2, 1, 2).withSize(3, 1));
  }

  /** Quorums that do not intersect in a correct replica, or have no correct replica. */
  static Stream<PbftConfig> wrongQuorums() {
    PbftConfig three = PbftConfig.of(3, 0, 2).withSize(1, 1);
    PbftConfig lying = PbftConfig.of(3, 1, 2);
    return Stream.of(
        PbftConfig.of(4, 1, 1).withQuorum(2),
        PbftConfig.of(4, 1, 1).withQuorums(2, 3, 3),
        PbftConfig.of(4, 1, 1).withQuorums(3, 2, 3),
        PbftConfig.of(5, 1, 1).withQuorum(3),
        three.withQuorums(1, 2, 2),
        three.withQuorums(2, 1, 2),
        three.withQuorums(2, 2, 1),
        lying.withQuorum(2),
        lying.withQuorums(1, 3, 3),
        lying.withQuorums(3, 1, 3),
        lying.withQuorums(3, 3, 1),
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

  /** Every deviation from PBFT, alone, and each where it makes a difference. */
  static Stream<PbftConfig> deviating() {
    return deviating(
        PbftConfig.of(2, 0, 2),
        PbftConfig.of(3, 1, 2).withQuorum(2),
        PbftConfig.of(3, 2, 2).withQuorums(1, 2, 2),
        PbftConfig.of(3, 2, 3).withQuorums(2, 3, 3),
        PbftConfig.of(2, 0, 2).withSize(2, 1),
        PbftConfig.of(2, 1, 2).withSize(2, 2),
        PbftConfig.of(4, 2, 2));
  }

  private static Stream<PbftConfig> deviating(PbftConfig... hosts) {
    return Arrays.stream(Deviation.values())
        .filter(d -> d != Deviation.NONE)
        .flatMap(d -> Arrays.stream(hosts).map(c -> c.withDeviation(d)));
  }

  /** Explicit networks: every combination of their faults, and crashes. */
  static Stream<PbftConfig> explicit() {
    PbftConfig four = PbftConfig.of(4, 1, 2);
    Environment all = Environment.explicit(true, true, true);
    return Stream.of(
            Enumerate.subsets(3, 0)
                .map(f -> Environment.explicit(f.contains(0), f.contains(1), f.contains(2)))
                .map(four::in),
            Stream.of(Deviation.values()).map(d -> four.withDeviation(d).in(all)),
            Stream.of(
                four.withByzantine(0).in(all.withCrashes(1, false)),
                four.in(Environment.explicit(false, false, false).withCrashes(1, true)),
                PbftConfig.of(3, 0, 3).withSize(2, 1).in(Environment.explicit(true, false, false)),
                PbftConfig.of(3, 1, 2).withSize(2, 2).in(all)))
        .flatMap(c -> c);
  }

  static Stream<PbftConfig> all() {
    return Stream.of(correct(), slots(), wrongQuorums(), tooManyFaults(), deviating())
        .flatMap(c -> c);
  }

  /** Byzantine replicas that do not do anything they like, alone and with mutants. */
  static Stream<PbftConfig> restricted() {
    return restrictedAndDeviating(
        PbftConfig.of(3, 1, 1),
        PbftConfig.of(3, 1, 1).withQuorum(2),
        PbftConfig.of(3, 1, 2),
        PbftConfig.of(3, 1, 2).withQuorum(2),
        PbftConfig.of(4, 1, 1),
        PbftConfig.of(4, 1, 1).withQuorum(2));
  }

  /** More of the same that take longer. */
  static Stream<PbftConfig> largeRestricted() {
    return Stream.concat(
        restrictedAndDeviating(PbftConfig.of(4, 1, 2).withSize(1, 1)),
        Stream.of(
                PbftConfig.of(4, 1, 2).withSize(1, 1).withQuorums(3, 3, 2),
                PbftConfig.of(3, 1, 2).withSize(2, 1),
                PbftConfig.of(3, 1, 3).withSize(1, 1),
                PbftConfig.of(3, 2, 3).withSize(1, 1).withQuorums(2, 3, 3))
            .flatMap(PbftConfigs::restricted));
  }

  private static Stream<PbftConfig> restrictedAndDeviating(PbftConfig... hosts) {
    return Arrays.stream(hosts)
        .flatMap(PbftConfigs::restricted)
        .flatMap(
            c ->
                Stream.of(Deviation.NONE, Deviation.KEEP_VOTING, Deviation.ACCEPT_TWO)
                    .map(c::withDeviation));
  }

  /** A configuration with each behaviour that is not just anything. */
  static Stream<PbftConfig> restricted(PbftConfig host) {
    return Stream.of(Behaviour.SILENT, Behaviour.EQUIVOCATING, Behaviour.LYING)
        .map(host::withBehaviour);
  }

  /** Larger ones, in which Byzantine replicas do anything. */
  static Stream<PbftConfig> large() {
    PbftConfig four = PbftConfig.of(4, 1, 2);
    return Stream.concat(
        Stream.of(
            four,
            four.withByzantine(0),
            PbftConfig.of(2, 0, 2).withSize(2, 1).withQuorum(1),
            four.withQuorums(3, 2, 3),
            four.withQuorums(3, 3, 2),
            four.withQuorums(2, 3, 3),
            four.withByzantine(2).withSize(2, 1),
            PbftConfig.of(3, 1, 2).withSize(2, 1).withQuorums(3, 3, 2),
            PbftConfig.of(3, 2, 3).withSize(2, 2).withQuorum(3),
            PbftConfig.of(2, 1, 2).withSize(3, 2)),
        deviating(
            PbftConfig.of(3, 0, 2),
            PbftConfig.of(3, 1, 2),
            PbftConfig.of(3, 1, 3),
            PbftConfig.of(3, 1, 2).withSize(2, 1),
            PbftConfig.of(2, 1, 2).withSize(2, 1).withQuorum(1),
            PbftConfig.of(3, 2, 3).withSize(2, 1).withQuorums(2, 3, 3),
            PbftConfig.of(4, 1, 1),
            PbftConfig.of(4, 2, 2).withQuorum(3)));
  }

  /** The symmetries to use; no replicas are interchangeable where each is primary once. */
  static List<List<String>> symmetries(PbftConfig config) {
    return config.replicas() == config.views()
        ? List.of(List.of("values"))
        : List.of(List.of("replicas"), List.of("values"), List.of("replicas", "values"));
  }
}
