package org.quorate.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quorate.quorum.Formula;
import org.quorate.quorum.proof.FaultModel;
import org.quorate.quorum.proof.Finding;
import org.quorate.quorum.proof.Proof;
import org.quorate.quorum.proof.Prover;
import org.quorate.quorum.proof.Question;
import org.quorate.quorum.proof.Statement;
import org.quorate.quorum.proof.Values;

class SmtInterpolSolverTest {

  private static final String SMALL =
      """
      (set-option :produce-models true)
      (set-logic QF_LIA)
      (declare-const f Int)
      (assert (>= f 1))
      (assert (<= f 1))
      """;

  @Test
  void answersAreCollected() {
    try (SmtInterpolSolver solver = new SmtInterpolSolver(Duration.ofSeconds(10))) {
      assertThat(solver.name()).startsWith("SMTInterpol 2.5");
      assertThat(solver.execute(SMALL)).isEmpty();
      assertThat(solver.execute("(check-sat)\n")).isEqualTo("sat\n");
      assertThat(solver.execute("(get-value (f))\n")).contains("(f 1)");
      assertThat(solver.execute("(assert (> f 1))\n(check-sat)\n")).isEqualTo("unsat\n");
    }
  }

  @Test
  void errorsAreAnswersToo() {
    try (SmtInterpolSolver solver = new SmtInterpolSolver(Duration.ofSeconds(10))) {
      assertThat(solver.execute("(set-logic QF_LIA)\n(assert (> g 1))\n")).contains("error");
    }
  }

  @Test
  void afterTheLimitNothingIsKnown() {
    try (SmtInterpolSolver solver = new SmtInterpolSolver(Duration.ZERO)) {
      assertThat(solver.execute(SMALL + "(check-sat)\n")).isEqualTo("unknown\n");
    }
  }

  @Test
  @Timeout(30)
  void theLimitIsKept() {
    Formula hard = Formula.parse("ceil(n/999983)+ceil(n/999979)*7-ceil(f/999961)*3+floor(n/997)*5");
    Question question =
        Question.of(
            FaultModel.BYZANTINE, new Values.Listed(List.of(3)), new Values.From(1), List.of(hard));
    long start = System.nanoTime();
    Proof proof;
    try (SmtInterpolSolver solver = new SmtInterpolSolver(Duration.ofSeconds(2))) {
      proof = Prover.prove(question, solver);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(proof.parts().get(0).findings().get(Statement.LEAST_SAFE))
        .isInstanceOf(Finding.Undecided.class);
  }

  @Test
  void nothingIsPrinted() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream collector = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(collector);
    System.setErr(collector);
    try (SmtInterpolSolver solver = new SmtInterpolSolver(Duration.ofSeconds(10))) {
      solver.execute(SMALL + "(check-sat)\n(get-value (f))\n(assert (> g 1))\n(nonsense)\n");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
