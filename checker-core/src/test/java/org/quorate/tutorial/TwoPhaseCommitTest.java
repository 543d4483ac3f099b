package org.quorate.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quorate.ModelAssert.assertModel;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quorate.Checker;
import org.quorate.ModelAssert;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.report.CheckResult;
import org.quorate.search.Limit;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.state.StateLayout;

class TwoPhaseCommitTest {

  @Test
  void commitsOrAbortsAsOne() {
    assertModel("commit", TwoPhaseCommit.of(3)).holds().reachesItsGoals().represents(288);
    assertModel("commit", TwoPhaseCommit.of(5)).holds().reachesItsGoals().represents(8_832);
  }

  @Test
  void countsAreThoseWithoutSymmetry() {
    ModelAssert.assertThat(Checker.of("commit", TwoPhaseCommit.of(3)).symmetry().check())
        .holds()
        .explores(288)
        .hasDepth(10);
  }

  /** Two-phase commit whose invariant is one that it does not have. */
  private static class Hopeful implements Model {

    private final TwoPhaseCommit model;

    Hopeful(TwoPhaseCommit model) {
      this.model = model;
    }

    @Override
    public StateLayout layout() {
      return model.layout();
    }

    @Override
    public void initialStates(Successors out) {
      model.initialStates(out);
    }

    @Override
    public List<Action> actions() {
      return model.actions();
    }

    @Override
    public List<Invariant> invariants() {
      return List.of(
          new Invariant(
              "nobody-aborts",
              "no decision is to abort",
              s -> model.v().decision().get(s) != TwoPhaseCommit.ABORTED,
              s -> "it is"));
    }

    @Override
    public List<Goal> goals() {
      return List.of(new Goal("never", "something impossible", "as expected", s -> false));
    }
  }

  private static void assertFails(ThrowingCallable check, String headline) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(check)
        .withMessageStartingWith(headline + "\n\n")
        .withMessageContaining("states      ")
        .satisfies(e -> assertThat(e.getMessage().lines()).noneMatch(line -> line.endsWith(" ")));
  }

  @Test
  void failuresShowTheRun() {
    ModelAssert hopeful = assertModel("hopeful", new Hopeful(TwoPhaseCommit.of(3)));
    hopeful.violates("nobody-aborts", 1);
    assertFails(hopeful::holds, "expected that it holds, but nobody-aborts fails after 1 step");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(hopeful::holds)
        .withMessageContaining("VIOLATED  nobody-aborts: no decision is to abort")
        .withMessageContaining("1  Abort");
    assertFails(
        () -> hopeful.violates("nobody-aborts", 2), "nobody-aborts fails after 1 step, not 2");
    assertFails(
        () -> hopeful.violates("nobody-abort", 1),
        "unknown invariant 'nobody-abort' (did you mean 'nobody-aborts'?); known: nobody-aborts");
  }

  @Test
  void everyOtherExpectationCanFail() {
    ModelAssert commit = assertModel("commit", TwoPhaseCommit.of(5));
    assertFails(() -> commit.represents(288), "expected 288 states represented, but it is 8,832");
    assertFails(
        () -> commit.explores(1),
        String.format(
            Locale.ROOT,
            "expected 1 state explored, but it is %,d",
            commit.result().search().explored()));
    assertFails(() -> commit.hasDepth(1), "expected depth 1, but it is 16");
    assertFails(
        () -> commit.violates("consistency", 1),
        "expected that consistency fails after 1 step, but it holds");
  }

  @Test
  void goalsMustBeThereAndBeReached() {
    assertFails(
        () -> assertModel("hopeful", new Hopeful(TwoPhaseCommit.of(2))).reachesItsGoals(),
        "expected that all goals are reached, but not never");
    Model goalless =
        new Hopeful(TwoPhaseCommit.of(2)) {
          @Override
          public List<Goal> goals() {
            return List.of();
          }
        };
    assertFails(
        () -> assertModel("goalless", goalless).reachesItsGoals(), "the model has no goals");
  }

  @Test
  void depthFirstSearchKnowsNoDepth() {
    CheckResult result =
        Checker.of("commit", TwoPhaseCommit.of(2))
            .search(o -> o.withStrategy(Strategy.DFS, 1))
            .check();
    assertFails(
        () -> ModelAssert.assertThat(result).hasDepth(7),
        "expected depth 7, but depth-first search does not know it");
  }

  @Test
  void anUnfinishedSearchDoesNotHold() {
    CheckResult result =
        Checker.of("commit", TwoPhaseCommit.of(5)).search(o -> o.withMaxStates(10)).check();
    assertFails(
        () -> ModelAssert.assertThat(result).holds(),
        "expected that it holds, but the search did not end: " + Limit.STATES.reason());
  }
}
