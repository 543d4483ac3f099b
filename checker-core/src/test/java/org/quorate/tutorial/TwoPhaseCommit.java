package org.quorate.tutorial;

import java.util.List;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Draft;
import org.quorate.state.Field;
import org.quorate.state.FieldArray;
import org.quorate.state.Scalarset;
import org.quorate.state.SetField;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/**
 * The tutorial of this module's README: two-phase commit as in Gray and Lamport, <i>Consensus on
 * Transaction Commit</i>, 2006.
 */
public record TwoPhaseCommit(Scalarset managers, StateLayout layout, Variables v) implements Model {

  static final int WORKING = 0;
  static final int PREPARED = 1;
  static final int COMMITTED = 2;
  static final int ABORTED = 3;

  record Variables(FieldArray state, SetField prepared, Field decision, SetField counted) {}

  public static TwoPhaseCommit of(int count) {
    Scalarset managers = new Scalarset("managers", count, "r");
    Subrange states =
        Subrange.of("states", 4).labelled(List.of("working", "prepared", "committed", "aborted"));
    var declared =
        StateLayout.declare(
            d ->
                new Variables(
                    d.array("state", managers, states),
                    d.set("prepared", managers),
                    d.field("decision", states),
                    d.set("counted", managers)));
    return new TwoPhaseCommit(managers, declared.layout(), declared.variables());
  }

  @Override
  public void initialStates(Successors out) {
    out.begin();
    out.end();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("Prepare", this::prepare).with("manager", managers),
        Action.of("GiveUp", this::giveUp).with("manager", managers),
        Action.of("Count", this::count).with("manager", managers),
        Action.of("Decide", this::decide),
        Action.of("Abort", this::abort),
        Action.of("Obey", this::obey).with("manager", managers));
  }

  /** A manager that is working prepares, and says so. */
  private void prepare(State s, Successors out) {
    for (int r = 0; r < managers.size(); r++) {
      if (v.state().get(s, r) == WORKING) {
        Draft t = out.begin(r);
        v.state().set(t, r, PREPARED);
        v.prepared().add(t, r);
        out.end();
      }
    }
  }

  /** A manager that is working aborts on its own. */
  private void giveUp(State s, Successors out) {
    for (int r = 0; r < managers.size(); r++) {
      if (v.state().get(s, r) == WORKING) {
        v.state().set(out.begin(r), r, ABORTED);
        out.end();
      }
    }
  }

  /** The transaction manager hears that a manager is prepared. */
  private void count(State s, Successors out) {
    for (int r = 0; r < managers.size(); r++) {
      if (v.decision().get(s) == WORKING && v.prepared().has(s, r)) {
        v.counted().add(out.begin(r), r);
        out.end();
      }
    }
  }

  /** Once it has heard of all, it may decide to commit. */
  private void decide(State s, Successors out) {
    if (v.decision().get(s) == WORKING && v.counted().size(s) == managers.size()) {
      v.decision().set(out.begin(), COMMITTED);
      out.end();
    }
  }

  /** As long as it has not decided, it may decide to abort. */
  private void abort(State s, Successors out) {
    if (v.decision().get(s) == WORKING) {
      v.decision().set(out.begin(), ABORTED);
      out.end();
    }
  }

  /** A manager hears of the decision. */
  private void obey(State s, Successors out) {
    for (int r = 0; r < managers.size(); r++) {
      if (v.decision().get(s) != WORKING) {
        v.state().set(out.begin(r), r, v.decision().get(s));
        out.end();
      }
    }
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant(
            "consistency",
            "no manager commits while another aborts",
            s -> count(s, COMMITTED) == 0 || count(s, ABORTED) == 0,
            s -> "%d committed, %d aborted".formatted(count(s, COMMITTED), count(s, ABORTED))));
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "committed",
            "all managers commit",
            "nothing is ever committed",
            s -> count(s, COMMITTED) == managers.size()));
  }

  private int count(State s, int state) {
    int count = 0;
    for (int r = 0; r < managers.size(); r++) {
      count += v.state().get(s, r) == state ? 1 : 0;
    }
    return count;
  }
}
