package org.quorate.models.multipaxos;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Guards;

/** The guards that explain why a step of Multi-Paxos is not enabled say what the steps do. */
class MultiPaxosGuardsTest {

  private static final int WALKS = 20;

  static Stream<MultiPaxosConfig> configs() {
    return Stream.concat(Configs.all(), Configs.explicit());
  }

  @ParameterizedTest
  @MethodSource("configs")
  void guardsAgreeWithSteps(MultiPaxosConfig config) {
    Guards.check(MultiPaxos.of(config), WALKS, 1);
  }
}
