package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Messages;

/** What steps of Paxos receive was sent before. */
class PaxosMessagesTest {

  private static final int WALKS = 20;

  static Stream<PaxosConfig> configs() {
    return Stream.concat(Configs.all(), Configs.overNetworks());
  }

  @ParameterizedTest
  @MethodSource("configs")
  void whatIsReceivedWasSent(PaxosConfig config) {
    assertThat(Messages.check(Paxos.of(config), WALKS, 1)).isPositive();
  }
}
