package org.quorate.tutorial;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quorate.ModelAssert.assertModel;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.Checker;
import org.quorate.ModelAssert;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
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
  record Hopeful(TwoPhaseCommit model) implements Model {

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

  @Test
  void failuresShowTheRun() {
    ModelAssert hopeful = assertModel("hopeful", new Hopeful(TwoPhaseCommit.of(3)));
    hopeful.violates("nobody-aborts", 1);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(hopeful::holds)
        .withMessageContaining("expected that it holds")
        .withMessageContaining("VIOLATED  nobody-aborts: no decision is to abort")
        .withMessageContaining("1  Abort");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> hopeful.violates("nobody-aborts", 2));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> hopeful.violates("consistency", 1));
  }

  @Test
  void everyOtherExpectationCanFail() {
    ModelAssert commit = assertModel("commit", TwoPhaseCommit.of(2));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> commit.represents(288))
        .withMessageContaining("expected 288 states represented");
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> commit.explores(1));
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> commit.hasDepth(1));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> commit.violates("consistency", 1));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> assertModel("hopeful", new Hopeful(TwoPhaseCommit.of(2))).reachesItsGoals())
        .withMessageContaining("expected that all goals are reached: [never]");
  }

  @Test
  void anUnfinishedSearchDoesNotHold() {
    var result =
        Checker.of("commit", TwoPhaseCommit.of(5))
            .search(
                o ->
                    o.withLimits(
                        java.util.OptionalLong.of(10),
                        java.util.OptionalInt.empty(),
                        java.util.Optional.empty(),
                        java.util.OptionalLong.empty()))
            .check();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ModelAssert.assertThat(result).holds())
        .withMessageContaining("INCOMPLETE");
  }
}
