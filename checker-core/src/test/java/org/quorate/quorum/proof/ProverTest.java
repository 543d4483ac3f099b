package org.quorate.quorum.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quorate.quorum.Formula;
import org.quorate.quorum.FormulaException;

/** What a solver is told, and how its answers are taken; real solvers are tested where they are. */
class ProverTest {

  private static final Values ALL = new Values.From(1);

  private static Question question(Values k, Values f, String... quorums) {
    List<Formula> formulas = Stream.of(quorums).map(Formula::parse).toList();
    return Question.of(FaultModel.BYZANTINE, k, f, formulas);
  }

  private static Values only(int number) {
    return new Values.Listed(List.of(number));
  }

  /** Answers what it was told to answer, and then always the same. */
  private static final class Scripted implements SmtSolver {
    private final Deque<String> answers;
    private final StringBuilder heard = new StringBuilder();

    Scripted(String... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public String execute(String commands) {
      heard.append(commands);
      boolean asks = commands.endsWith("(check-sat)\n") || commands.contains("(get-value");
      return asks ? (answers.size() > 1 ? answers.remove() : answers.element()) : "";
    }

    @Override
    public void close() {}
  }

  @Test
  void obligationsAreText() {
    Scripted solver = new Scripted("unsat");
    Proof proof = Prover.prove(question(only(3), ALL, "ceil((n+f+1)/2)"), solver);
    assertThat(proof.outcome()).isEqualTo(Proof.Outcome.PROVEN);
    assertThat(proof.script())
        .isEqualTo(
            """
            ; Are quorums right in every system of n = k*f + 1 processes, f Byzantine?
            ; Each check-sat looks for a system where a condition fails. unsat: there is none,
            ; and the condition is proven. sat: there is one, and smaller ones are looked for.
            ; Answers are those of scripted.
            (set-option :produce-models true)
            (set-logic QF_LIA)

            ; ---- k = 3, every f >= 1
            (push 1)
            (declare-const f Int)
            (assert (>= f 1))
            (declare-const n Int)
            (assert (= n (+ (* 3 f) 1)))
            ; t1 is ceil(1/2*n + 1/2*f + 1/2)
            (declare-const t1 Int)
            (assert (<= (+ n f 1) (* 2 t1)))
            (assert (< (* 2 t1) (+ n f 3)))
            ; q is ceil((n+f+1)/2)
            (declare-const q Int)
            (assert (= q t1))

            ; well-formed: 1 <= q <= n, whole
            (push 1)
            (assert (not (and (>= q 1) (<= q n))))
            (check-sat)
            ; answer: unsat
            (pop 1)

            ; consistent: 2q >= n + f + 1
            (push 1)
            (assert (and (>= q 1) (<= q n)))
            (assert (not (>= (* 2 q) (+ n f 1))))
            (check-sat)
            ; answer: unsat
            (pop 1)

            ; available: q <= n - f
            (push 1)
            (assert (and (>= q 1) (<= q n)))
            (assert (not (<= q (+ n (* (- 1) f)))))
            (check-sat)
            ; answer: unsat
            (pop 1)

            ; least safe: 2q - 2 < n + f + 1
            (push 1)
            (assert (and (>= q 1) (<= q n)))
            (assert (not (and (>= (* 2 q) (+ n f 1)) (< (+ (* 2 q) (- 2)) (+ n f 1)))))
            (check-sat)
            ; answer: unsat
            (pop 1)
            (pop 1)
            """);
    assertThat(solver.heard).hasToString(proof.script());
  }

  @Test
  void fractionsAreNotWhole() {
    String script = Prover.prove(question(only(3), ALL, "n/2"), new Scripted("unsat")).script();
    assertThat(script)
        .contains("(assert (<= (* 2 q) n))\n(assert (< n (+ (* 2 q) 2)))\n")
        .contains("(assert (not (and (= (* 2 q) n) (>= q 1) (<= q n))))\n");
  }

  @Test
  void aSolverThatIsWrongIsNotBelieved() {
    Scripted wrong =
        new Scripted("unsat", "sat", "((f 1) (n 4))", "((f 1))", "sat", "((f 1) (n 4))");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Prover.prove(question(only(3), ALL, "2*f+1"), wrong))
        .withMessage("the solver says that consistent fails at {k=3, f=1, n=4, q=3}; it does not");
  }

  @Test
  void withoutAnAnswerNothingIsDecided() {
    Proof proof = Prover.prove(question(only(3), ALL, "2*f+1"), new Scripted("unknown"));
    assertThat(proof.outcome()).isEqualTo(Proof.Outcome.UNDECIDED);
    assertThat(proof.parts().get(0).findings().get(Statement.AVAILABLE))
        .isEqualTo(new Finding.Undecided("the solver found no answer in time"));
  }

  @Test
  void aCounterexampleCountsEvenIfSmallerOnesAreNotDecided() {
    Scripted slow =
        new Scripted("unsat", "sat", "((f 9) (n 37))", "((f 9))", "unknown", "unknown", "unsat");
    Proof proof = Prover.prove(question(only(4), ALL, "2*f+1"), slow);
    assertThat(proof.outcome()).isEqualTo(Proof.Outcome.REFUTED);
    assertThat(proof.parts().get(0).findings().get(Statement.CONSISTENT))
        .isInstanceOfSatisfying(
            Finding.Refuted.class,
            refuted -> {
              assertThat(refuted.system()).hasToString("{k=4, f=9, n=37, q=19}");
              assertThat(refuted.smallest()).isFalse();
              assertThat(refuted.never()).isFalse();
              assertThat(refuted.why()).isEqualTo("2·19 = 38 < 47 = 37 + 9 + 1");
            });
  }

  @Test
  void bothUnboundedNeedsAFormulaWithoutK() {
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> Prover.prove(question(ALL, ALL, "n - k"), new Scripted("unsat")))
        .withMessageContaining("a formula that uses k has no proof for all k and f at once");
  }

  @Test
  void tooManyFamilies() {
    Values many = new Values.Listed(IntStream.rangeClosed(1, 101).boxed().toList());
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> Prover.prove(question(many, ALL, "n"), new Scripted("unsat")))
        .withMessage("101 combinations of fixed values are too many for a proof; at most 100");
  }

  @Test
  void impossibleQuestions() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Values.Listed(List.of()));
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Values.From(-1));
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> question(ALL, ALL));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Question.of(FaultModel.HYBRID, ALL, ALL, List.of(Formula.parse("n"))));
  }
}
