package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Streams;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Messages;

/** What steps of PBFT receive was sent before. */
class PbftMessagesTest {

  private static final int WALKS = 20;

  static Stream<PbftConfig> configs() {
    return Streams.concat(
        PbftConfigs.all(),
        PbftConfigs.explicit(),
        PbftConfigs.restricted(PbftConfig.of(4, 1, 2).withQuorum(2)));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void whatIsReceivedWasSent(PbftConfig config) {
    Pbft pbft = Pbft.of(config);
    int received =
        config.behaviour().takesSteps()
            ? Messages.checkWithSteps(pbft, WALKS, 1)
            : Messages.check(pbft, WALKS, 1);
    // One or two replicas may not need each other.
    assertThat(received).isGreaterThanOrEqualTo(config.replicas() < 3 ? 0 : 1);
  }
}
