package org.quorate.models.multipaxos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.models.network.Environment;

/** Small configurations of Multi-Paxos that between them use every option. */
final class Configs {

  private Configs() {}

  /** Multi-Paxos as it should be. */
  static Stream<MultiPaxosConfig> correct() {
    return Stream.of(
        MultiPaxosConfig.of(1, 1, 1, 1),
        MultiPaxosConfig.of(1, 2, 1, 3),
        MultiPaxosConfig.of(1, 2, 2, 2),
        MultiPaxosConfig.of(1, 3, 2, 1),
        MultiPaxosConfig.of(1, 2, 3, 1),
        MultiPaxosConfig.of(2, 1, 2, 2),
        MultiPaxosConfig.of(2, 2, 1, 2),
        MultiPaxosConfig.of(2, 2, 2, 1),
        MultiPaxosConfig.of(2, 2, 2, 2),
        MultiPaxosConfig.of(2, 3, 1, 2),
        MultiPaxosConfig.of(3, 1, 2, 2),
        MultiPaxosConfig.of(2, 2, 2, 1).withQuorums(1, 2),
        MultiPaxosConfig.of(2, 2, 1, 2).withQuorums(2, 1),
        MultiPaxosConfig.of(3, 2, 1, 2).withQuorums(1, 3));
  }

  /** Quorums that do not intersect. */
  static Stream<MultiPaxosConfig> wrongQuorums() {
    return Stream.of(
        MultiPaxosConfig.of(2, 2, 1, 2).withQuorums(1, 1),
        MultiPaxosConfig.of(2, 2, 2, 1).withQuorums(1, 1),
        MultiPaxosConfig.of(3, 2, 1, 2).withQuorums(2, 1));
  }

  /** Proposers that share a ballot. */
  static Stream<MultiPaxosConfig> shared() {
    return Stream.of(
        MultiPaxosConfig.of(1, 1, 2, 2).withProposersPerBallot(2),
        MultiPaxosConfig.of(2, 1, 1, 2).withProposersPerBallot(3),
        MultiPaxosConfig.of(2, 1, 2, 2).withProposersPerBallot(2),
        MultiPaxosConfig.of(1, 2, 1, 2).withProposersPerBallot(2),
        MultiPaxosConfig.of(2, 2, 1, 2).withProposersPerBallot(2));
  }

  /** Every deviation from Multi-Paxos. */
  static Stream<MultiPaxosConfig> deviating() {
    List<MultiPaxosConfig> hosts =
        List.of(
            MultiPaxosConfig.of(1, 2, 2, 2),
            MultiPaxosConfig.of(2, 2, 1, 2),
            MultiPaxosConfig.of(2, 2, 2, 1),
            MultiPaxosConfig.of(1, 2, 1, 2).withProposersPerBallot(2));
    return Arrays.stream(Deviation.values())
        .filter(d -> d != Deviation.NONE && d != Deviation.SHARED_BALLOT)
        .flatMap(d -> hosts.stream().map(c -> c.withDeviation(d)));
  }

  /** Explicit networks, with each of their faults. */
  static Stream<MultiPaxosConfig> explicit() {
    Environment inOrder = Environment.explicit(false, false, false);
    Environment all = Environment.explicit(true, true, true);
    return Stream.of(
        MultiPaxosConfig.of(2, 2, 2, 2).in(inOrder),
        MultiPaxosConfig.of(3, 2, 2, 2).in(Environment.explicit(true, true, false)),
        MultiPaxosConfig.of(2, 2, 1, 2).in(Environment.explicit(true, false, true)),
        MultiPaxosConfig.of(3, 3, 2, 2).in(all.withCrashes(1, false)),
        MultiPaxosConfig.of(2, 2, 2, 2).withProposersPerBallot(2).in(all.withCrashes(1, true)),
        MultiPaxosConfig.of(2, 2, 2, 1).withDeviation(Deviation.REPORT_LAST_SLOT).in(all),
        MultiPaxosConfig.of(2, 2, 2, 2).withDeviation(Deviation.SINGLE_REGISTER).in(inOrder),
        MultiPaxosConfig.of(2, 2, 2, 2).withDeviation(Deviation.TWO_VALUES).in(all));
  }

  static Stream<MultiPaxosConfig> all() {
    return Stream.of(correct(), wrongQuorums(), shared(), deviating()).flatMap(c -> c);
  }
}
