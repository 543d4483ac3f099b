package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Model;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.Lemmas;
import org.quorate.search.Verdict;
import org.quorate.symmetry.Symmetry;

/**
 * The lemmas of PBFT hold where it is right, and where it is not, a lemma breaks no later than
 * agreement.
 */
class PbftLemmaTest {

  static Stream<PbftConfig> correct() {
    PbftConfig four = PbftConfig.of(4, 1, 2);
    return Stream.of(
        PbftConfig.of(4, 1, 1),
        four,
        four.withByzantine(0),
        PbftConfig.of(5, 1, 2),
        PbftConfig.of(3, 1, 3),
        four.withDeviation(Deviation.COMMIT_ON_QUORUM),
        four.withDeviation(Deviation.COMMIT_WITHOUT_PREPREPARE));
  }

  @ParameterizedTest
  @MethodSource("correct")
  void everyLemmaHoldsInEveryState(PbftConfig config) {
    assertThat(run(Lemmas.only(Pbft.of(config)))).isEqualTo(new Verdict.Holds());
  }

  @Tag("long")
  @Test
  void everyLemmaHoldsWithTwoSlots() {
    everyLemmaHoldsInEveryState(PbftConfig.of(4, 1, 2).withSize(2, 1));
  }

  /** For each way to break PBFT in two views, four replicas that show it. */
  static Stream<PbftConfig> broken() {
    PbftConfig four = PbftConfig.of(4, 1, 2);
    return Stream.concat(
        Stream.of(
            four.withQuorums(2, 3, 3),
            four.withQuorums(3, 2, 3),
            four.withQuorums(3, 3, 2),
            four.withByzantine(2),
            PbftConfig.of(5, 1, 1).withQuorum(3)),
        Arrays.stream(Deviation.values())
            .map(four::withDeviation)
            .filter(c -> run(Pbft.of(c)) instanceof Verdict.Violated));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aLemmaBreaksNoLaterThanAgreement(PbftConfig config) {
    Pbft model = Pbft.of(config);

    assertThat(run(model)).isInstanceOf(Verdict.Violated.class);
    assertThat(run(Lemmas.agreementUntilOneBreaks(model))).isEqualTo(new Verdict.Holds());
  }

  private static Verdict run(Model model) {
    String[] all = Symmetry.all(model.layout()).names().toArray(String[]::new);
    return Explore.upTo(all).run(model).verdict();
  }
}
