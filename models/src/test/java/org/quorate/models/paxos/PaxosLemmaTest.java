package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.Lemmas;
import org.quorate.models.oracle.Variant;
import org.quorate.search.Verdict;

/**
 * The lemmas of Paxos hold where Paxos is right, and where it is not, a lemma breaks no later than
 * agreement.
 */
class PaxosLemmaTest {

  private static final Explore REDUCED = Explore.upTo("acceptors", "values");

  static Stream<Paxos> correct() {
    return Stream.concat(
            Configs.correct(),
            Stream.of(
                PaxosConfig.of(3, 3, 2),
                PaxosConfig.of(4, 2, 2).withQuorums(3, 2),
                PaxosConfig.of(3, 2, 2).withDeviation(Deviation.ACCEPT_ONLY_ABOVE),
                // The lies of an acceptor do not matter where there is no other ballot or value.
                PaxosConfig.of(4, 1, 3).withFaults(1, 0, 1),
                PaxosConfig.of(4, 2, 1).withFaults(1, 0, 1),
                PaxosConfig.of(1, 3, 1).in(Environment.explicit(true, false, false)),
                PaxosConfig.of(2, 2, 2).in(Environment.explicit(false, false, true)),
                PaxosConfig.of(1, 2, 2).in(Environment.explicit(true, true, true))))
        .map(Paxos::of);
  }

  @ParameterizedTest
  @MethodSource("correct")
  void everyLemmaHoldsInEveryState(Paxos paxos) {
    assertThat(REDUCED.run(Lemmas.only(paxos)).verdict()).isEqualTo(new Verdict.Holds());
  }

  /** For each way to break Paxos, a small configuration that shows it. */
  static Stream<PaxosConfig> broken() {
    PaxosConfig three = PaxosConfig.of(3, 2, 2);
    return Stream.of(
        three.withFaults(2, 0, 0).withDeviation(Deviation.SHARED_BALLOT),
        three.withQuorums(1, 1).withDeviation(Deviation.SMALL_QUORUM),
        PaxosConfig.of(4, 2, 2).withQuorums(3, 1),
        three.withDeviation(Deviation.SKIP_PHASE1),
        three.withDeviation(Deviation.IGNORE_PROMISES),
        PaxosConfig.of(3, 3, 2).withDeviation(Deviation.CHOOSE_LOWEST),
        PaxosConfig.of(3, 3, 2).withDeviation(Deviation.CHOOSE_ANY),
        three.withDeviation(Deviation.PROMISE_NOT_STORED),
        three.withDeviation(Deviation.ACCEPT_UNCHECKED),
        PaxosConfig.of(3, 3, 2).withDeviation(Deviation.ACCEPT_KEEPS_NMAX),
        three.withDeviation(Deviation.STALE_PROMISE),
        three.withFaults(1, 1, 0).withDeviation(Deviation.FORGET_PROMISE),
        three.withFaults(1, 1, 0).withDeviation(Deviation.FORGET_VOTE),
        three.withFaults(1, 1, 0).withDeviation(Deviation.FORGET_ALL),
        PaxosConfig.of(4, 2, 2).withFaults(1, 0, 1));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aLemmaBreaksNoLaterThanAgreement(PaxosConfig config) {
    Paxos paxos = Paxos.of(config);

    assertThat(REDUCED.run(onlyAgreement(paxos)).verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(REDUCED.run(Lemmas.agreementUntilOneBreaks(paxos)).verdict())
        .isEqualTo(new Verdict.Holds());
  }

  /** These acceptors and proposers do nothing wrong: only the learners do. */
  @Tag("long")
  @Test
  void learningByValueBreaksNoLemma() {
    Paxos paxos = Paxos.of(PaxosConfig.of(3, 4, 2).withDeviation(Deviation.LEARN_BY_VALUE));

    assertThat(REDUCED.run(onlyAgreement(paxos)).verdict()).isInstanceOf(Verdict.Violated.class);
    assertThat(REDUCED.run(Lemmas.only(paxos)).verdict()).isEqualTo(new Verdict.Holds());
  }

  private static Variant onlyAgreement(Paxos paxos) {
    return Variant.withInvariants(paxos, Variant.find(paxos, "agreement"));
  }
}
