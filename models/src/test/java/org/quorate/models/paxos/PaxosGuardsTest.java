package org.quorate.models.paxos;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Guards;

/** The guards that explain why a step of Paxos is not enabled say what the steps do. */
class PaxosGuardsTest {

  private static final int WALKS = 20;

  static Stream<PaxosConfig> configs() {
    return Stream.concat(Configs.all(), Configs.overNetworks());
  }

  @ParameterizedTest
  @MethodSource("configs")
  void guardsAgreeWithSteps(PaxosConfig config) {
    Guards.check(Paxos.of(config), WALKS, 1);
  }
}
