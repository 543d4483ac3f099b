package org.quorate.cli;

import java.util.List;
import java.util.Map;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.model.Successors;
import org.quorate.state.Field;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** A protocol that counts to nine, and does something of the test's at each step. */
record StubProtocol(Runnable atEachStep, int highestAllowed, List<Mutant> mutants)
    implements Protocol {

  @Override
  public String name() {
    return "counter";
  }

  @Override
  public String description() {
    return "a counter";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public List<Example> examples() {
    return List.of();
  }

  @Override
  public Configured configure(Settings settings) {
    StateLayout.Declared<Field> declared =
        StateLayout.declare(d -> d.field("count", Subrange.of("counts", 10)));
    return new Configured(new Counter(declared.layout(), declared.variables()), Map.of());
  }

  private final class Counter implements Model {
    private final StateLayout layout;
    private final Field count;

    Counter(StateLayout layout, Field count) {
      this.layout = layout;
      this.count = count;
    }

    @Override
    public StateLayout layout() {
      return layout;
    }

    @Override
    public void initialStates(Successors out) {
      out.begin();
      out.end();
    }

    @Override
    public List<Action> actions() {
      return List.of(
          Action.of(
              "Count",
              (s, out) -> {
                atEachStep.run();
                if (count.get(s) < 9) {
                  count.set(out.begin(), count.get(s) + 1);
                  out.end();
                }
              }));
    }

    @Override
    public List<Invariant> invariants() {
      return List.of(
          new Invariant(
              "bounded", "stays low", s -> count.get(s) <= highestAllowed, s -> "it is too high"));
    }
  }
}
