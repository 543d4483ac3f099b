package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Streams;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Equivariance;
import org.quorate.models.oracle.Variant;

/** Paxos treats acceptors alike, and values. */
class PaxosEquivarianceTest {

  private static final int WALKS = 6;

  static Stream<Paxos> models() {
    PaxosConfig three = PaxosConfig.of(3, 3, 2);
    return Streams.concat(
        Configs.overNetworks().map(Paxos::of),
        Stream.of(
            Paxos.of(three, false),
            Paxos.of(three, true),
            Paxos.of(PaxosConfig.of(4, 2, 2).withQuorums(3, 2)),
            Paxos.of(three.withFaults(2, 0, 0)),
            Paxos.of(three.withFaults(1, 2, 0)),
            Paxos.of(three.withFaults(1, 0, 1)),
            Paxos.of(PaxosConfig.of(4, 2, 3).withFaults(2, 1, 1))),
        Stream.of(Deviation.values())
            .map(d -> Paxos.of(PaxosConfig.of(3, 2, 2).withFaults(2, 1, 0).withDeviation(d))));
  }

  @ParameterizedTest
  @MethodSource("models")
  void renamingCommutesWithSteps(Paxos model) {
    Equivariance.check(model, WALKS, 1);
  }

  /** The check itself must notice a model that favours an acceptor or a value. */
  @Test
  void favouritesAreNoticed() {
    Paxos paxos = Paxos.of(PaxosConfig.of(2, 2, 2));
    Variant firstAcceptorLeads =
        Variant.withoutInvariants(paxos)
            .withBodies(
                body ->
                    (s, out) -> {
                      if (paxos.acceptors().nMax(s, 0) >= paxos.acceptors().nMax(s, 1)) {
                        body.generate(s, out);
                      }
                    });
    Variant firstValueIsInvariant =
        Variant.withInvariants(
            paxos, Variant.property("v1", s -> !paxos.acceptors().isProposed(s, 0, 0)));

    assertThatThrownBy(() -> Equivariance.check(firstAcceptorLeads, WALKS, 1))
        .hasMessageMatching(
            "(?s)action \\w+ is not symmetric: renaming acceptors .*in the state.*");
    assertThatThrownBy(() -> Equivariance.check(firstValueIsInvariant, WALKS, 1))
        .hasMessageMatching(
            "(?s)invariant v1 is not symmetric: renaming .*values v1→v2, v2→v1 turns .*");
  }
}
