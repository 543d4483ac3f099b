package org.quorate.models.multipaxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Goal;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.Lemmas;
import org.quorate.models.oracle.Variant;
import org.quorate.search.Verdict;

/**
 * The lemmas of Multi-Paxos hold where it is right, and where it is not, a lemma breaks no later
 * than agreement.
 */
class MultiPaxosLemmaTest {

  private static final Explore REDUCED = Explore.upTo("acceptors", "values");

  static Stream<MultiPaxosConfig> correct() {
    return Stream.concat(
        Configs.correct(),
        Stream.of(
            MultiPaxosConfig.of(3, 2, 2, 2),
            MultiPaxosConfig.of(2, 2, 2, 2).withQuorums(1, 2),
            MultiPaxosConfig.of(2, 2, 2, 2).withDeviation(Deviation.OUT_OF_ORDER),
            MultiPaxosConfig.of(2, 2, 2, 2).withDeviation(Deviation.SKIP_FIRST_PHASE1),
            MultiPaxosConfig.of(3, 2, 1, 2).withDeviation(Deviation.REPLAN),
            MultiPaxosConfig.of(1, 3, 1, 1).in(Environment.explicit(true, false, false)),
            MultiPaxosConfig.of(2, 2, 1, 2).in(Environment.explicit(false, false, true)),
            MultiPaxosConfig.of(1, 2, 1, 2).in(Environment.explicit(true, true, true))));
  }

  @ParameterizedTest
  @MethodSource("correct")
  void everyLemmaHoldsInEveryState(MultiPaxosConfig config) {
    assertThat(REDUCED.run(Lemmas.only(MultiPaxos.of(config))).verdict())
        .isEqualTo(new Verdict.Holds());
  }

  /** For each way to break Multi-Paxos, a small configuration that shows it. */
  static Stream<MultiPaxosConfig> broken() {
    MultiPaxosConfig two = MultiPaxosConfig.of(2, 2, 1, 2);
    return Stream.of(
        two.withQuorums(1, 1),
        two.withDeviation(Deviation.SKIP_PHASE1),
        two.withDeviation(Deviation.TWO_VALUES),
        two.withProposersPerBallot(2),
        MultiPaxosConfig.of(2, 2, 2, 2).withDeviation(Deviation.REPORT_LAST_SLOT),
        two.withDeviation(Deviation.LEAVE_FREE));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aLemmaBreaksNoLaterThanAgreement(MultiPaxosConfig config) {
    MultiPaxos model = MultiPaxos.of(config);

    assertThat(REDUCED.run(model).verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(REDUCED.run(Lemmas.agreementUntilOneBreaks(model)).verdict())
        .isEqualTo(new Verdict.Holds());
  }

  /** The learners of this mutant are wrong: per slot, its single ballot does all by the book. */
  @Test
  void aSingleRegisterBreaksNoLemmaInOneBallot() {
    MultiPaxos model =
        MultiPaxos.of(MultiPaxosConfig.of(3, 1, 2, 2).withDeviation(Deviation.SINGLE_REGISTER));

    assertThat(REDUCED.run(model).verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(REDUCED.run(Lemmas.only(model)).verdict()).isEqualTo(new Verdict.Holds());
  }

  /** Where all acceptors must vote, none may fail. */
  @Test
  void goalsTellWhatCannotHappen() {
    Variant fullQuorums =
        Variant.withoutInvariants(MultiPaxos.of(MultiPaxosConfig.of(3, 1, 2, 2).withQuorums(1, 3)));

    assertThat(REDUCED.run(fullQuorums).goals())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("decided", true, "all-decided", true, "decided-without-faulty", false));
    assertThat(fullQuorums.goals().stream().map(Goal::name))
        .containsExactly("decided", "all-decided", "decided-without-faulty");
  }
}
