package org.quorate.models.multipaxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Messages;

/** What steps of Multi-Paxos receive was sent before. */
class MultiPaxosMessagesTest {

  private static final int WALKS = 20;

  static Stream<MultiPaxosConfig> configs() {
    return Stream.concat(Configs.all(), Configs.explicit());
  }

  @ParameterizedTest
  @MethodSource("configs")
  void whatIsReceivedWasSent(MultiPaxosConfig config) {
    assertThat(Messages.check(MultiPaxos.of(config), WALKS, 1)).isPositive();
  }
}
