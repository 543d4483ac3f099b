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
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/**
 * Mutual exclusion by a token that processes hand to each other. Any process may have it first, so
 * there are several initial states; the token refers to a process, so no columns can be sorted.
 */
final class TokenPassing implements Model {

  private static final int IDLE = 0;
  private static final int WAITING = 1;
  private static final int CRITICAL = 2;
  private static final int TURNS = 2;

  private record Variables(Field token, FieldArray phase, FieldArray turns) {}

  private final Scalarset processes;
  private final boolean needsToken;
  private final StateLayout.Declared<Variables> declared;

  TokenPassing(int processes, boolean needsToken) {
    this.processes = new Scalarset("processes", processes, "p");
    this.needsToken = needsToken;
    this.declared =
        StateLayout.declare(
            d ->
                new Variables(
                    d.field("token", this.processes),
                    d.array("phase", this.processes, Subrange.of("phases", 3)),
                    d.array("turns", this.processes, Subrange.of("turns", TURNS + 1))));
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
    for (int p = 0; p < processes.size(); p++) {
      v().token().set(out.begin(), p);
      out.end();
    }
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("Wait", this::await).with("process", processes),
        Action.of("Pass", this::pass).with("from", processes).with("to", processes),
        Action.of("Enter", this::enter).with("process", processes),
        Action.of("Leave", this::leave).with("process", processes));
  }

  private void await(State s, Successors out) {
    for (int p = 0; p < processes.size(); p++) {
      if (v().phase().get(s, p) == IDLE && v().turns().get(s, p) < TURNS) {
        v().phase().set(out.begin(p), p, WAITING);
        out.end();
      }
    }
  }

  private void pass(State s, Successors out) {
    int from = v().token().get(s);
    for (int to = 0; to < processes.size(); to++) {
      if (to != from && v().phase().get(s, from) == IDLE && v().phase().get(s, to) == WAITING) {
        v().token().set(out.begin(from, to), to);
        out.end();
      }
    }
  }

  private void enter(State s, Successors out) {
    for (int p = 0; p < processes.size(); p++) {
      if (v().phase().get(s, p) == WAITING && (!needsToken || v().token().get(s) == p)) {
        v().phase().set(out.begin(p), p, CRITICAL);
        out.end();
      }
    }
  }

  private void leave(State s, Successors out) {
    for (int p = 0; p < processes.size(); p++) {
      if (v().phase().get(s, p) == CRITICAL) {
        Draft t = out.begin(p);
        v().phase().set(t, p, IDLE);
        v().turns().set(t, p, v().turns().get(s, p) + 1);
        out.end();
      }
    }
  }

  private long count(State s, int phase) {
    return IntStream.range(0, processes.size()).filter(p -> v().phase().get(s, p) == phase).count();
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant(
            "mutual-exclusion",
            "at most one process is in its critical section",
            s -> count(s, CRITICAL) <= 1,
            s -> count(s, CRITICAL) + " are"));
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "all-wait",
            "all wait",
            "it is out of reach",
            s -> count(s, WAITING) == processes.size()),
        new Goal("two-critical", "two are in", "it is out of reach", s -> count(s, CRITICAL) == 2));
  }
}
