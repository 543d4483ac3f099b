package org.quorate.search;

import java.util.List;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Draft;
import org.quorate.state.Field;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** One state, then {@code width} states at once, and then one successor of each of them. */
final class Fan implements Model {

  private record Variables(Field depth, Field blade) {}

  private final int width;
  private final int forbidden;
  private final StateLayout.Declared<Variables> declared;

  /**
   * @param forbidden the blade whose end violates the invariant; −1 for none
   */
  Fan(int width, int forbidden) {
    this.width = width;
    this.forbidden = forbidden;
    this.declared =
        StateLayout.declare(
            d ->
                new Variables(
                    d.field("depth", Subrange.of("depths", 3)),
                    d.field("blade", Subrange.of("blades", width))));
  }

  int depth(State s) {
    return declared.variables().depth().get(s);
  }

  int blade(State s) {
    return declared.variables().blade().get(s);
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
    return List.of(Action.of("Open", this::open), Action.of("Stretch", this::stretch));
  }

  private void open(State s, Successors out) {
    for (int blade = 0; depth(s) == 0 && blade < width; blade++) {
      Draft t = out.begin();
      declared.variables().depth().set(t, 1);
      declared.variables().blade().set(t, blade);
      out.end();
    }
  }

  private void stretch(State s, Successors out) {
    if (depth(s) == 1) {
      declared.variables().depth().set(out.begin(), 2);
      out.end();
    }
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant(
            "whole",
            "one blade never stretches",
            s -> depth(s) != 2 || blade(s) != forbidden,
            s -> "it did"));
  }
}
