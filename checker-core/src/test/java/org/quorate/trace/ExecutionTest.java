package org.quorate.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Model.Finding;
import org.quorate.model.Successors;
import org.quorate.model.View;
import org.quorate.state.Field;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** Steps that are given by action and arguments: what they do, and why they may not be taken. */
class ExecutionTest {

  private static final Subrange LEVELS = Subrange.of("levels", 6);

  /** A tank that starts at level 0 or 1, is filled by any amount, and should not be full. */
  private record Tank(StateLayout layout, Field level) implements Model {

    static Tank empty() {
      StateLayout.Declared<Field> declared = StateLayout.declare(d -> d.field("level", LEVELS));
      return new Tank(declared.layout(), declared.variables());
    }

    @Override
    public void initialStates(Successors out) {
      for (int i = 0; i < 2; i++) {
        level.set(out.begin(), i);
        out.end();
      }
    }

    @Override
    public List<Action> actions() {
      return List.of(
          Action.of("Fill", this::fill)
              .with("amount", LEVELS)
              .needs("the tap is open at level 0 to 4", (s, x) -> level.get(s) < 5)
              .needs("there is room", (s, x) -> level.get(s) + x[0] <= 5),
          Action.of("Spill", (s, out) -> {}));
    }

    private void fill(State s, Successors out) {
      for (int amount = 0; level.get(s) < 5 && level.get(s) + amount <= 5; amount++) {
        level.set(out.begin(amount), level.get(s) + amount);
        out.end();
      }
    }

    @Override
    public List<Invariant> invariants() {
      return List.of(
          new Invariant("below-5", "stays low", s -> level.get(s) < 5, s -> "it is full"),
          new Invariant("below-4", "has room", s -> level.get(s) < 4, s -> "it is nearly full"));
    }

    @Override
    public List<Invariant> lemmas() {
      return List.of(
          new Invariant("even", "is even", s -> level.get(s) % 2 == 0, s -> "it is odd"));
    }

    @Override
    public List<View> views() {
      return List.of(View.scalar("level", level::get));
    }
  }

  private final Tank tank = Tank.empty();
  private final Action fill = tank.actions().get(0);
  private final Execution execution = Execution.ofEachInitialState(tank).get(0);

  @Test
  void oneExecutionForEachInitialState() {
    assertThat(Execution.ofEachInitialState(tank))
        .extracting(e -> e.trace().initial())
        .containsExactly(Map.of("level", 0), Map.of("level", 1));
  }

  @Test
  void stepsAreToldInTermsOfViews() {
    assertThat(execution.trace().last()).isEqualTo(Map.of("level", 0));
    Trace.Step first = execution.take(fill, 2);
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.action()).isEqualTo("Fill");
    assertThat(first.arguments()).isEqualTo(Map.of("amount", 2));
    assertThat(first.changes()).containsExactly(new Trace.Change("level", null, 0, 2));
    assertThat(execution.take(fill, 1).number()).isEqualTo(2);
    assertThat(execution.trace().last()).isEqualTo(Map.of("level", 3));
    assertThat(execution.trace().length()).isEqualTo(2);
  }

  @Test
  void whatBreaksIsToldOnce() {
    Trace.Step odd = execution.take(fill, 1);
    assertThat(odd.brokenLemmas()).containsExactly(new Trace.Broken("even", "is even", List.of()));
    assertThat(odd.brokenInvariants()).isEmpty();
    assertThat(execution.violations()).isEmpty();
    Trace.Step high = execution.take(fill, 3);
    assertThat(high.brokenInvariants())
        .containsExactly(new Trace.Broken("below-4", "has room", List.of()));
    Trace.Step full = execution.take(fill, 1);
    assertThat(full.brokenLemmas()).isEmpty();
    assertThat(full.brokenInvariants())
        .containsExactly(new Trace.Broken("below-5", "stays low", List.of()));
    assertThat(execution.violations())
        .containsExactly(
            new Finding("below-5", "stays low", "it is full"),
            new Finding("below-4", "has room", "it is nearly full"));
  }

  @Test
  void firstGuardThatFailsIsNamed() {
    execution.take(fill, 3);
    assertThatThrownBy(() -> execution.take(fill, 3))
        .isInstanceOf(NotEnabledException.class)
        .hasMessage("Fill is not enabled: it needs that there is room");
    execution.take(fill, 2);
    assertThatThrownBy(() -> execution.take(fill, 1))
        .hasMessage("Fill is not enabled: it needs that the tap is open at level 0 to 4");
    assertThat(execution.trace().length()).isEqualTo(2);
  }

  @Test
  void stepThatChangesNothingIsNone() {
    assertThatThrownBy(() -> execution.take(fill, 0))
        .hasMessage("Fill is not enabled: it would change nothing");
  }

  @Test
  void stepWithoutAReason() {
    assertThatThrownBy(() -> execution.take(tank.actions().get(1)))
        .hasMessage("Spill is not enabled: the model offers no such step in this state");
  }
}
