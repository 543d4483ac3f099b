package org.quorate.search;

import java.util.List;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Draft;
import org.quorate.state.FieldArray;
import org.quorate.state.Scalarset;
import org.quorate.state.SetField;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/**
 * Walks from one corner of a cube to the opposite one. The axes are interchangeable. There are
 * side^axes states, C(side + axes − 1, axes) of them up to symmetry.
 */
final class Grid implements Model {

  private record Variables(SetField distances, FieldArray position) {}

  private final Scalarset axes;
  private final int side;
  private final int forbidden;
  private final StateLayout.Declared<Variables> declared;

  /**
   * @param distances the size of the set of distances from the start that the walk remembers, which
   *     makes states as wide as one likes
   * @param forbidden the distance from the start at which the invariant fails; −1 for none
   */
  private Grid(int side, int axes, int distances, int forbidden) {
    this.axes = new Scalarset("axes", axes, "x");
    this.side = side;
    this.forbidden = forbidden;
    this.declared =
        StateLayout.declare(
            d ->
                new Variables(
                    d.set("distances", Subrange.of("distances", distances)),
                    d.array("position", this.axes, Subrange.of("coordinates", side))));
  }

  static Grid of(int side, int axes) {
    return new Grid(side, axes, 1, -1);
  }

  Grid wide() {
    return new Grid(side, axes.size(), 100, forbidden);
  }

  Grid forbidding(int distance) {
    return new Grid(side, axes.size(), distances().variable().columns().size(), distance);
  }

  private SetField distances() {
    return declared.variables().distances();
  }

  private FieldArray position() {
    return declared.variables().position();
  }

  int distance(State s) {
    int sum = 0;
    for (int axis = 0; axis < axes.size(); axis++) {
      sum += position().get(s, axis);
    }
    return sum;
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
    return List.of(
        Action.of("Jump", (s, out) -> {}), Action.of("Step", this::step).with("axis", axes));
  }

  private void step(State s, Successors out) {
    for (int axis = 0; axis < axes.size(); axis++) {
      int at = position().get(s, axis);
      if (at < side - 1) {
        Draft t = out.begin(axis);
        position().set(t, axis, at + 1);
        distances().add(t, distance(t) % distances().variable().columns().size());
        out.end();
      }
    }
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant("true", "always holds", s -> true, s -> ""),
        new Invariant("near", "a distance is never walked", this::isNear, s -> "too far"),
        new Invariant("nearer", "it really is not", this::isNear, s -> "much too far"));
  }

  private boolean isNear(State s) {
    return distance(s) != forbidden;
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "arrived",
            "the other corner",
            "it is out of reach",
            s -> distance(s) == axes.size() * (side - 1)),
        new Goal(
            "beyond",
            "out of the cube",
            "it is out of reach",
            s -> distance(s) > axes.size() * (side - 1)));
  }
}
