package org.quorate.search;

import java.util.List;
import java.util.stream.IntStream;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.FieldArray;
import org.quorate.state.Scalarset;
import org.quorate.state.SetField;
import org.quorate.state.State;
import org.quorate.state.StateLayout;

/**
 * Each voter votes once, for a proposed value, which is decided by a quorum. The voters' columns
 * refer to values, so one scalarset is sorted under the renamings of another.
 */
final class Voting implements Model {

  private record Variables(SetField proposed, FieldArray vote, SetField decided) {}

  private final Scalarset voters;
  private final Scalarset values;
  private final int quorum;
  private final StateLayout.Declared<Variables> declared;

  Voting(int voters, int values, int quorum) {
    this.voters = new Scalarset("voters", voters, "a");
    this.values = new Scalarset("values", values, "v");
    this.quorum = quorum;
    this.declared =
        StateLayout.declare(
            d ->
                new Variables(
                    d.set("proposed", this.values),
                    d.array("vote", this.voters, this.values.orNone()),
                    d.set("decided", this.values)));
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
        Action.of("Propose", this::propose).with("value", values),
        Action.of("Vote", this::vote).with("voter", voters).with("value", values),
        Action.of("Decide", this::decide).with("value", values));
  }

  private void propose(State s, Successors out) {
    for (int value = 0; value < values.size(); value++) {
      v().proposed().add(out.begin(value), value);
      out.end();
    }
  }

  private void vote(State s, Successors out) {
    for (int voter = 0; voter < voters.size(); voter++) {
      for (int value = 0; value < values.size(); value++) {
        if (v().vote().get(s, voter) == -1 && v().proposed().has(s, value)) {
          v().vote().set(out.begin(voter, value), voter, value);
          out.end();
        }
      }
    }
  }

  private void decide(State s, Successors out) {
    for (int value = 0; value < values.size(); value++) {
      int candidate = value;
      if (IntStream.range(0, voters.size()).filter(a -> v().vote().get(s, a) == candidate).count()
          >= quorum) {
        v().decided().add(out.begin(value), value);
        out.end();
      }
    }
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        new Invariant(
            "agreement",
            "at most one value is decided",
            s -> v().decided().size(s) <= 1,
            s -> "two are"));
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "decided", "a value is decided", "it is out of reach", s -> v().decided().size(s) > 0),
        new Goal(
            "two-decided",
            "two values are decided",
            "it is out of reach",
            s -> v().decided().size(s) == 2));
  }
}
