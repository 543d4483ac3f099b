package org.quorate.search;

import java.util.List;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Field;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** Counts from a number up to another, and starts again from 0. */
final class Counter implements Model {

  private final int first;
  private final int last;
  private final int forbidden;
  private final StateLayout.Declared<Field> declared;

  Counter(int first, int last, int forbidden) {
    this.first = first;
    this.last = last;
    this.forbidden = forbidden;
    this.declared = StateLayout.declare(d -> d.field("n", Subrange.of("numbers", last + 1)));
  }

  int value(State s) {
    return declared.variables().get(s);
  }

  @Override
  public StateLayout layout() {
    return declared.layout();
  }

  @Override
  public void initialStates(Successors out) {
    declared.variables().set(out.begin(), first);
    out.end();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("Increment", (s, out) -> go(out, value(s) + 1)),
        Action.of("Stutter", (s, out) -> go(out, value(s))),
        Action.of("Reset", (s, out) -> go(out, 0)));
  }

  private void go(Successors out, int target) {
    if (target <= last) {
      declared.variables().set(out.begin(), target);
      out.end();
    }
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant("allowed", "a number is never met", s -> value(s) != forbidden, s -> "met"));
  }
}
