package org.quorate.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quorate.quorum.proof.Proof;
import org.quorate.quorum.proof.Prover;
import org.quorate.quorum.proof.Question;

/** Z3 reads the very text that a proof rests on, and answers the same. */
class SecondOpinionTest {

  private static final Pattern ANSWER = Pattern.compile("(?m)^(; answer: )?(unsat|sat|unknown)$");

  private static List<String> answers(String text, boolean inComments) {
    return ANSWER
        .matcher(text)
        .results()
        .filter(result -> (result.group(1) != null) == inComments)
        .map((MatchResult result) -> result.group(2))
        .toList();
  }

  @Test
  void bothSolversAgree() {
    RandomQuestions questions = new RandomQuestions(4);
    int asked = 0;
    for (int i = 0; i < 100; i++) {
      Question question = questions.next();
      Proof proof;
      try (SmtInterpolSolver solver = new SmtInterpolSolver(Duration.ofSeconds(20))) {
        proof = Prover.prove(question, solver);
      }
      List<String> first = answers(proof.script(), true);
      List<String> second;
      try (Z3 z3 = new Z3()) {
        second = answers(z3.execute(proof.script()), false);
      }
      assertThat(second).as(question.toString()).isNotEmpty().isEqualTo(first);
      asked += first.size();
    }
    assertThat(asked).isGreaterThan(500);
  }

  @Test
  void eachFindsTheSameOnItsOwn() {
    RandomQuestions questions = new RandomQuestions(5);
    for (int i = 0; i < 30; i++) {
      Question question = questions.next();
      try (SmtInterpolSolver one = new SmtInterpolSolver(Duration.ofSeconds(20));
          Z3 other = new Z3()) {
        assertThat(Prover.prove(question, other).parts())
            .isEqualTo(Prover.prove(question, one).parts());
      }
    }
  }
}
