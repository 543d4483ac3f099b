package org.quorate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.report.CheckResult;
import org.quorate.report.CheckResult.Outcome;
import org.quorate.report.Palette;
import org.quorate.report.TextReport;
import org.quorate.state.FieldArray;
import org.quorate.state.Scalarset;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** The example of this module's README, word for word. */
class LockExampleTest {

  record Lock(Scalarset processes, StateLayout layout, FieldArray pc) implements Model {

    static Lock of(int count) {
      Scalarset processes = new Scalarset("processes", count, "p");
      var d = StateLayout.declare(v -> v.array("pc", processes, Subrange.of("pc", 2)));
      return new Lock(processes, d.layout(), d.variables());
    }

    @Override
    public void initialStates(Successors out) {
      out.begin();
      out.end();
    }

    @Override
    public List<Action> actions() {
      return List.of(Action.of("Enter", this::enter).with("process", processes));
    }

    private void enter(State s, Successors out) {
      for (int p = 0; p < processes.size(); p++) {
        if (pc.get(s, p) == 0) {
          pc.set(out.begin(p), p, 1);
          out.end();
        }
      }
    }

    @Override
    public List<Invariant> invariants() {
      return List.of(
          new Invariant(
              "exclusion", "one process is inside", this::exclusive, s -> "two are inside"));
    }

    private boolean exclusive(State s) {
      int inside = 0;
      for (int p = 0; p < processes.size(); p++) {
        inside += pc.get(s, p);
      }
      return inside <= 1;
    }
  }

  @Test
  void findsTheRunOfTwoSteps() {
    CheckResult result = Checker.of("lock", Lock.of(2)).check();
    String report = new TextReport(Palette.PLAIN).write(result);
    assertThat(result.outcome()).isEqualTo(Outcome.VIOLATED);
    assertThat(report)
        .contains("VIOLATED  exclusion: one process is inside")
        .contains("1  Enter(process p1)  pc[p1] 0 → 1")
        .contains("2  Enter(process p2)  pc[p2] 0 → 1")
        .contains("states      3 explored up to renaming processes, representing 4");
  }

  @Test
  void symmetryCanBeLeftOut() {
    CheckResult result = Checker.of("lock", Lock.of(2)).symmetry().check();
    assertThat(result.search().explored()).isEqualTo(4);
    assertThat(result.search().represented()).isEqualTo(4);
  }
}
