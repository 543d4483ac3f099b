package org.quorate.models.pbft;

import com.google.common.collect.Streams;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Guards;

/** The guards that explain why a step of PBFT is not enabled say what the steps do. */
class PbftGuardsTest {

  private static final int WALKS = 20;

  static Stream<PbftConfig> configs() {
    return Streams.concat(
        PbftConfigs.all(),
        PbftConfigs.explicit(),
        PbftConfigs.restricted(PbftConfig.of(4, 1, 2).withQuorum(2)));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void guardsAgreeWithSteps(PbftConfig config) {
    Guards.check(Pbft.of(config), WALKS, 1);
  }
}
