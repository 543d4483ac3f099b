package org.quorate;

import java.util.function.Predicate;
import org.quorate.model.Goal;
import org.quorate.model.Model;
import org.quorate.report.CheckResult;
import org.quorate.report.CheckResult.Outcome;
import org.quorate.report.Palette;
import org.quorate.report.TextReport;

/**
 * Checks of models inside ordinary tests, with any test framework. What is not as expected is an
 * {@link AssertionError} whose message has the whole report, the counterexample too.
 *
 * <pre>{@code
 * assertModel("commit", TwoPhaseCommit.of(3)).holds().reachesItsGoals().represents(288);
 * }</pre>
 */
public final class ModelAssert {

  private final CheckResult result;

  private ModelAssert(CheckResult result) {
    this.result = result;
  }

  /** Explores a model, breadth-first, exactly, on all cores, with all symmetries. */
  public static ModelAssert assertModel(String name, Model model) {
    return assertThat(Checker.of(name, model).check());
  }

  /** Looks at the result of a check that was run in some other way. */
  public static ModelAssert assertThat(CheckResult result) {
    return new ModelAssert(result);
  }

  /** Every invariant holds in every reachable state; a search that did not end does not count. */
  public ModelAssert holds() {
    return require("that it holds", r -> r.outcome() == Outcome.HOLDS);
  }

  /** An invariant fails, and a run of so many steps shows it, the shortest one by default. */
  public ModelAssert violates(String invariant, int steps) {
    return require(
        "that %s fails after %d steps".formatted(invariant, steps),
        r ->
            r.counterexample()
                .filter(c -> c.invariant().equals(invariant) && c.trace().length() == steps)
                .isPresent());
  }

  /** Each goal of the model is reached by some state. */
  public ModelAssert reachesItsGoals() {
    return require(
        "that all goals are reached: " + result.goals().stream().map(Goal::name).toList(),
        r -> r.missedGoals().isEmpty());
  }

  /** So many states are stored, one for each orbit. */
  public ModelAssert explores(long states) {
    return require("%,d states explored".formatted(states), r -> r.search().explored() == states);
  }

  /** The states that are stored stand for so many: as many as there are without symmetry. */
  public ModelAssert represents(long states) {
    return require(
        "%,d states represented".formatted(states), r -> r.search().represented() == states);
  }

  /** The farthest state is so many steps away. */
  public ModelAssert hasDepth(int steps) {
    return require("depth " + steps, r -> r.search().depth().orElse(-1) == steps);
  }

  /** What was found, for further questions. */
  public CheckResult result() {
    return result;
  }

  private ModelAssert require(String expected, Predicate<CheckResult> condition) {
    if (!condition.test(result)) {
      throw new AssertionError(
          "expected %s%n%n%s".formatted(expected, new TextReport(Palette.PLAIN).write(result)));
    }
    return this;
  }
}
