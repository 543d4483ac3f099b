package org.quorate.cli;

import java.util.List;
import java.util.function.IntPredicate;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Field;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** A model that counts to nine, and does something of the test's at each step. */
class StubCounter implements Model {

  private final StateLayout.Declared<Field> declared =
      StateLayout.declare(d -> d.field("count", Subrange.of("counts", 10)));

  private final Runnable atEachStep;
  private final IntPredicate allowed;

  StubCounter(Runnable atEachStep, IntPredicate allowed) {
    this.atEachStep = atEachStep;
    this.allowed = allowed;
  }

  int count(State s) {
    return declared.variables().get(s);
  }

  @Override
  public StateLayout layout() {
    return declared.layout();
  }

  @Override
  public void initialStates(Successors out) {
    out.begin();
    out.end();
  }

  @Override
  public List<Action> actions() {
    return List.of(Action.of("Count", this::countOn));
  }

  private void countOn(State s, Successors out) {
    atEachStep.run();
    if (count(s) < 9) {
      declared.variables().set(out.begin(), count(s) + 1);
      out.end();
    }
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant("bounded", "stays low", s -> allowed.test(count(s)), s -> "it is too high"));
  }
}
