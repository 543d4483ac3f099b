package org.quorate.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.State;
import org.quorate.state.StateLayout;

/** A model whose states are shown to hooks, in an action without steps and in an invariant. */
class Hooked implements Model {

  private final Model inner;
  private final Consumer<State> onExpansion;
  private final Consumer<State> onInspection;

  Hooked(Model inner, Consumer<State> onExpansion, Consumer<State> onInspection) {
    this.inner = inner;
    this.onExpansion = onExpansion;
    this.onInspection = onInspection;
  }

  static Hooked onExpansion(Model inner, Consumer<State> hook) {
    return new Hooked(inner, hook, s -> {});
  }

  static Hooked onInspection(Model inner, Consumer<State> hook) {
    return new Hooked(inner, s -> {}, hook);
  }

  @Override
  public StateLayout layout() {
    return inner.layout();
  }

  @Override
  public void initialStates(Successors out) {
    inner.initialStates(out);
  }

  @Override
  public List<Action> actions() {
    List<Action> actions = new ArrayList<>(inner.actions());
    actions.add(0, Action.of("Hook", (s, out) -> onExpansion.accept(s)));
    return actions;
  }

  @Override
  public List<Invariant> invariants() {
    List<Invariant> invariants = new ArrayList<>(inner.invariants());
    invariants.add(0, new Invariant("hook", "always holds", this::inspected, s -> ""));
    return invariants;
  }

  private boolean inspected(State s) {
    onInspection.accept(s);
    return true;
  }

  @Override
  public List<Goal> goals() {
    return inner.goals();
  }
}
