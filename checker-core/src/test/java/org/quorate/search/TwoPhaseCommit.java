package org.quorate.search;

import java.util.List;
import java.util.stream.IntStream;
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
 * Two-phase commit as in Gray and Lamport, <i>Consensus on Transaction Commit</i>, 2006: resource
 * managers, a transaction manager, and a growing set of messages.
 */
final class TwoPhaseCommit implements Model {

  private static final int WORKING = 0;
  private static final int PREPARED = 1;
  private static final int COMMITTED = 2;
  private static final int ABORTED = 3;

  private record Variables(
      FieldArray rmState,
      Field tmState,
      SetField tmPrepared,
      SetField sentPrepared,
      Field sentCommit,
      Field sentAbort) {}

  private final Scalarset managers;
  private final StateLayout.Declared<Variables> declared;

  TwoPhaseCommit(int managers) {
    this.managers = new Scalarset("managers", managers, "r");
    Subrange states = Subrange.of("states", 4);
    Subrange bit = Subrange.of("sent", 2);
    this.declared =
        StateLayout.declare(
            d ->
                new Variables(
                    d.array("rmState", this.managers, states),
                    d.field("tmState", states),
                    d.set("tmPrepared", this.managers),
                    d.set("sentPrepared", this.managers),
                    d.field("sentCommit", bit),
                    d.field("sentAbort", bit)));
  }

  private Variables v() {
    return declared.variables();
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
        Action.of("TMRcvPrepared", this::receivePrepared).with("manager", managers),
        Action.of("TMCommit", this::commit),
        Action.of("TMAbort", this::abort),
        Action.of("RMPrepare", this::prepare).with("manager", managers),
        Action.of("RMChooseToAbort", this::chooseToAbort).with("manager", managers),
        Action.of("RMRcvCommitMsg", this::receiveCommit).with("manager", managers),
        Action.of("RMRcvAbortMsg", this::receiveAbort).with("manager", managers));
  }

  private void receivePrepared(State s, Successors out) {
    for (int r = 0; r < managers.size(); r++) {
      if (v().tmState().get(s) == WORKING && v().sentPrepared().has(s, r)) {
        v().tmPrepared().add(out.begin(r), r);
        out.end();
      }
    }
  }

  private void commit(State s, Successors out) {
    if (v().tmState().get(s) == WORKING && v().tmPrepared().size(s) == managers.size()) {
      Draft t = out.begin();
      v().tmState().set(t, COMMITTED);
      v().sentCommit().set(t, 1);
      out.end();
    }
  }

  private void abort(State s, Successors out) {
    if (v().tmState().get(s) == WORKING) {
      Draft t = out.begin();
      v().tmState().set(t, ABORTED);
      v().sentAbort().set(t, 1);
      out.end();
    }
  }

  private void prepare(State s, Successors out) {
    for (int r = 0; r < managers.size(); r++) {
      if (v().rmState().get(s, r) == WORKING) {
        Draft t = out.begin(r);
        v().rmState().set(t, r, PREPARED);
        v().sentPrepared().add(t, r);
        out.end();
      }
    }
  }

  private void chooseToAbort(State s, Successors out) {
    for (int r = 0; r < managers.size(); r++) {
      if (v().rmState().get(s, r) == WORKING) {
        v().rmState().set(out.begin(r), r, ABORTED);
        out.end();
      }
    }
  }

  private void receiveCommit(State s, Successors out) {
    receive(s, out, v().sentCommit(), COMMITTED);
  }

  private void receiveAbort(State s, Successors out) {
    receive(s, out, v().sentAbort(), ABORTED);
  }

  private void receive(State s, Successors out, Field message, int state) {
    for (int r = 0; message.get(s) == 1 && r < managers.size(); r++) {
      v().rmState().set(out.begin(r), r, state);
      out.end();
    }
  }

  private long count(State s, int state) {
    return IntStream.range(0, managers.size())
        .filter(r -> v().rmState().get(s, r) == state)
        .count();
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant(
            "consistency",
            "no manager commits while another aborts",
            s -> count(s, COMMITTED) == 0 || count(s, ABORTED) == 0,
            s -> "they do"));
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "committed",
            "all commit",
            "it is out of reach",
            s -> count(s, COMMITTED) == managers.size()),
        new Goal(
            "aborted",
            "all abort",
            "it is out of reach",
            s -> count(s, ABORTED) == managers.size()));
  }
}
