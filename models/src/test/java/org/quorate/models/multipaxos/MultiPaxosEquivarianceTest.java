package org.quorate.models.multipaxos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Equivariance;
import org.quorate.models.oracle.Variant;

/** Multi-Paxos treats acceptors alike, values, and the proposers that share a ballot. */
class MultiPaxosEquivarianceTest {

  private static final int WALKS = 2;

  static Stream<MultiPaxos> models() {
    MultiPaxosConfig three = MultiPaxosConfig.of(3, 3, 2, 2);
    return Stream.concat(
        Stream.of(
            MultiPaxos.of(three, false),
            MultiPaxos.of(three, true),
            MultiPaxos.of(MultiPaxosConfig.of(4, 2, 2, 2).withQuorums(3, 2)),
            MultiPaxos.of(MultiPaxosConfig.of(2, 2, 2, 2).withProposersPerBallot(3))),
        Stream.of(Deviation.values())
            .flatMap(
                d ->
                    Stream.of(1, 2)
                        .map(
                            p ->
                                MultiPaxosConfig.of(4 - p, 2, 2, 2)
                                    .withProposersPerBallot(p)
                                    .withDeviation(d)))
            .map(MultiPaxos::of));
  }

  static Stream<MultiPaxos> explicitModels() {
    return Configs.explicit().map(MultiPaxos::of);
  }

  @ParameterizedTest
  @MethodSource({"models", "explicitModels"})
  void renamingCommutesWithSteps(MultiPaxos model) {
    Equivariance.check(model, WALKS, 1);
  }

  /** The check itself must notice a model that favours a proposer. */
  @Test
  void favouritesAreNoticed() {
    MultiPaxos shared = MultiPaxos.of(MultiPaxosConfig.of(1, 1, 1, 2).withProposersPerBallot(2));
    Variant firstProposerNeverLeads =
        Variant.withInvariants(
            shared, Variant.property("p2 only", s -> !shared.leading().has(s, 0)));

    assertThatThrownBy(() -> Equivariance.check(firstProposerNeverLeads, WALKS, 1))
        .hasMessageStartingWith("invariant p2 only is not symmetric: renaming ");
  }
}
