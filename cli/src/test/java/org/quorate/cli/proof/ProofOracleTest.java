package org.quorate.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.quorum.Formula;
import org.quorate.quorum.Rational;
import org.quorate.quorum.proof.FaultModel;
import org.quorate.quorum.proof.Finding;
import org.quorate.quorum.proof.Proof;
import org.quorate.quorum.proof.Prover;
import org.quorate.quorum.proof.Question;
import org.quorate.quorum.proof.Statement;
import org.quorate.quorum.proof.Values;

/** Proofs against trying all small systems, one after the other, by plain arithmetic. */
class ProofOracleTest {

  private static final int QUESTIONS = 100;
  private static final int REACH = 300;

  /** The total of b and c that is tried. */
  private static final int HYBRID_REACH = 25;

  /** A system and what is true of it; sizes that are not well-formed have nothing to say. */
  private record Outcome(Map<String, Long> parameters, Map<Statement, Boolean> truth) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void proofsAgreeWithTrying(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    int proven = 0;
    int refuted = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      Proof proof;
      try (SmtInterpolSolver solver = new SmtInterpolSolver(Duration.ofSeconds(20))) {
        proof = Prover.prove(question, solver);
      }
      List<Outcome> outcomes = outcomes(question);
      proof.parts().get(0).findings().forEach((s, f) -> compare(question, s, f, outcomes));
      for (Finding finding : proof.parts().get(0).findings().values()) {
        proven += finding instanceof Finding.Proven ? 1 : 0;
        refuted += finding instanceof Finding.Refuted ? 1 : 0;
      }
    }
    assertThat(proven).isGreaterThan(QUESTIONS / 2);
    assertThat(refuted).isGreaterThan(QUESTIONS / 2);
  }

  private static void compare(
      Question question, Statement statement, Finding finding, List<Outcome> outcomes) {
    List<Outcome> judged = outcomes.stream().filter(o -> o.truth().containsKey(statement)).toList();
    List<Outcome> failures = judged.stream().filter(o -> !isTrue(o, statement)).toList();
    String label = statement + " of " + question;
    if (finding instanceof Finding.Proven) {
      assertThat(failures).as(label).isEmpty();
    } else if (finding instanceof Finding.Refuted refuted) {
      assertThat(refuted.smallest()).as(label).isTrue();
      assertThat(parameters(refuted.system(), outcomes.get(0)))
          .as(label)
          .isEqualTo(failures.isEmpty() ? null : failures.get(0).parameters());
      // What holds for some holds for a small one, as far as formulas like these go.
      assertThat(refuted.never()).as(label).isEqualTo(failures.size() == judged.size());
    } else if (finding instanceof Finding.Meaningless meaningless) {
      assertThat(outcomes).as(label).noneMatch(o -> isTrue(o, meaningless.missing()));
    } else {
      assertThat(finding).as(label).isNull();
    }
  }

  private static boolean isTrue(Outcome outcome, Statement statement) {
    return outcome.truth().getOrDefault(statement, false);
  }

  private static Map<String, Long> parameters(Map<String, Rational> system, Outcome like) {
    Map<String, Long> parameters = new LinkedHashMap<>();
    like.parameters()
        .keySet()
        .forEach(name -> parameters.put(name, system.get(name).numerator().longValueExact()));
    return parameters;
  }

  /** All small systems in ascending order. */
  private static List<Outcome> outcomes(Question question) {
    List<Map<String, Long>> systems = new ArrayList<>();
    if (question.faults() == FaultModel.HYBRID) {
      for (long b = least(question, "b"); b <= HYBRID_REACH; b++) {
        for (long c = least(question, "c"); b + c <= HYBRID_REACH; c++) {
          systems.add(Map.of("b", b, "c", c, "f", b + c, "n", 3 * b + 2 * c + 1));
        }
      }
      systems.sort(
          Comparator.<Map<String, Long>>comparingLong(s -> s.get("f"))
              .thenComparingLong(s -> s.get("b")));
    } else {
      boolean manyK = question.ranges().get("k") instanceof Values.From;
      long least = least(question, manyK ? "k" : "f");
      for (long x = least; x < least + REACH; x++) {
        long k = manyK ? x : least(question, "k");
        long f = manyK ? least(question, "f") : x;
        systems.add(Map.of("k", k, "f", f, "n", k * f + 1));
      }
    }
    return systems.stream().map(system -> outcome(question, system)).toList();
  }

  private static long least(Question question, String name) {
    return question.ranges().get(name) instanceof Values.From from
        ? from.least()
        : ((Values.Listed) question.ranges().get(name)).numbers().get(0);
  }

  private static Outcome outcome(Question question, Map<String, Long> system) {
    Map<String, Rational> values = new LinkedHashMap<>();
    system.forEach((name, value) -> values.put(name, Rational.of(value)));
    Map<Statement, Boolean> truth = new LinkedHashMap<>();
    long n = system.get("n");
    List<Long> sizes = new ArrayList<>();
    for (Formula formula : question.quorums()) {
      Rational value = formula.value(values);
      BigInteger size = value.numerator();
      if (value.isWhole() && size.signum() > 0 && size.compareTo(BigInteger.valueOf(n)) <= 0) {
        sizes.add(size.longValueExact());
      }
    }
    boolean wellFormed = sizes.size() == question.quorums().size();
    truth.put(Statement.WELL_FORMED, wellFormed);
    if (wellFormed) {
      long shared = sizes.get(0) + sizes.get(sizes.size() - 1) - n;
      long liars =
          switch (question.faults()) {
            case BYZANTINE -> system.get("f");
            case CRASH -> 0;
            case HYBRID -> system.get("b");
          };
      truth.put(Statement.CONSISTENT, shared > liars);
      truth.put(Statement.AVAILABLE, sizes.stream().allMatch(size -> size <= n - system.get("f")));
      if (sizes.size() == 1) {
        truth.put(Statement.LEAST_SAFE, shared > liars && shared - 2 <= liars);
      }
    }
    return new Outcome(system, truth);
  }
}
