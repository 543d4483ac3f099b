package org.quorate.models.pbft;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Equivariance;

/** PBFT treats values alike, and the replicas that are never primary. */
class PbftEquivarianceTest {

  private static final int WALKS = 6;

  static Stream<PbftConfig> configs() {
    PbftConfig four = PbftConfig.of(4, 1, 2);
    return Stream.of(
            Stream.of(
                PbftConfig.of(5, 1, 1),
                PbftConfig.of(4, 1, 1).withSize(1, 3),
                PbftConfig.of(5, 1, 3),
                four,
                four.withByzantine(0),
                four.withByzantine(2),
                four.withQuorums(2, 3, 2),
                four.withSize(2, 2),
                four.withSize(3, 1)),
            PbftConfigs.restricted(four.withSize(2, 2)),
            Stream.of(Deviation.values()).map(d -> four.withSize(2, 2).withDeviation(d)))
        .flatMap(c -> c);
  }

  @ParameterizedTest
  @MethodSource("configs")
  void renamingCommutesWithSteps(PbftConfig config) {
    Equivariance.check(Pbft.of(config), WALKS, 1);
  }

  static Stream<PbftConfig> explicit() {
    return PbftConfigs.explicit().filter(c -> c.deviation() == Deviation.NONE);
  }

  /** More renamings, and longer walks. */
  @ParameterizedTest
  @MethodSource("explicit")
  void renamingCommutesWithStepsOfTheNetwork(PbftConfig config) {
    Equivariance.check(Pbft.of(config), 1, 1);
  }
}
