package org.quorate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.quorate.model.Goal;
import org.quorate.model.Model;
import org.quorate.model.Names;
import org.quorate.report.CheckResult;
import org.quorate.report.CheckResult.Outcome;
import org.quorate.report.Palette;
import org.quorate.report.TextReport;
import org.quorate.search.Verdict;
import org.quorate.trace.Counterexample;

/**
 * Checks of models inside ordinary tests, with any test framework. What is not as expected is an
 * {@link AssertionError} whose message says what was found instead and has the whole report, the
 * counterexample too.
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
    return require(
        result.outcome() == Outcome.HOLDS, () -> "expected that it holds, but " + found());
  }

  /** An invariant fails, and a run of so many steps shows it, the shortest one by default. */
  public ModelAssert violates(String invariant, int steps) {
    Optional<Counterexample> it =
        result.counterexample().filter(c -> c.invariant().equals(invariant));
    if (it.isPresent()) {
      return require(
          it.get().trace().length() == steps, () -> "%s, not %d".formatted(found(), steps));
    }
    require(
        result.invariants().contains(invariant),
        () -> Names.unknown("invariant", invariant, result.invariants()));
    return require(
        false,
        () -> "expected that %s fails after %s, but %s".formatted(invariant, of(steps), found()));
  }

  /** Each goal of the model is reached by some state, and there is one at least. */
  public ModelAssert reachesItsGoals() {
    require(!result.goals().isEmpty(), () -> "the model has no goals");
    List<String> missed = result.missedGoals().stream().map(Goal::name).toList();
    return require(
        missed.isEmpty(),
        () -> "expected that all goals are reached, but not " + String.join(", ", missed));
  }

  /** So many states are stored, one for each orbit. */
  public ModelAssert explores(long states) {
    return requireStates("explored", states, result.search().explored());
  }

  /** The states that are stored stand for so many: as many as there are without symmetry. */
  public ModelAssert represents(long states) {
    return requireStates("represented", states, result.search().represented());
  }

  private ModelAssert requireStates(String kind, long expected, long found) {
    return require(
        expected == found,
        () ->
            String.format(
                Locale.ROOT,
                "expected %,d state%s %s, but it is %,d",
                expected,
                expected == 1 ? "" : "s",
                kind,
                found));
  }

  /** The farthest state is so many steps away. */
  public ModelAssert hasDepth(int steps) {
    OptionalInt depth = result.search().depth();
    String found =
        depth.isPresent() ? "it is " + depth.getAsInt() : "depth-first search does not know it";
    return require(
        depth.equals(OptionalInt.of(steps)),
        () -> "expected depth %d, but %s".formatted(steps, found));
  }

  /** What was found, for further questions. */
  public CheckResult result() {
    return result;
  }

  /** The outcome as a clause. */
  private String found() {
    if (result.counterexample().isPresent()) {
      Counterexample c = result.counterexample().get();
      return "%s fails after %s".formatted(c.invariant(), of(c.trace().length()));
    }
    return result.search().verdict() instanceof Verdict.Incomplete incomplete
        ? "the search did not end: " + incomplete.limit().reason()
        : "it holds";
  }

  private static String of(int steps) {
    return steps == 1 ? "1 step" : steps + " steps";
  }

  private ModelAssert require(boolean condition, Supplier<String> headline) {
    if (!condition) {
      throw new AssertionError(
          headline.get() + "\n\n" + new TextReport(Palette.PLAIN).write(result));
    }
    return this;
  }
}
