package org.quorate.cli;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.InvalidSettingsException;
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

/**
 * A protocol of which the test says for each k what a check finds and what the formula says. It
 * counts to nine; k = 99 is too much for it, and k = 13 makes it crash.
 */
record StubQuorums(
    IntPredicate violates, IntPredicate decides, IntPredicate meets, IntPredicate available)
    implements Protocol {

  @Override
  public String name() {
    return "stub";
  }

  @Override
  public String description() {
    return "a stub";
  }

  @Override
  public List<Option> options() {
    return List.of(
        new Option("k", new Option.WholeNumber(1, 99), "3", "k"),
        new Option("f", new Option.WholeNumber(0, 99), "1", "f"),
        new Option("first-quorum", new Option.Formula(), "k", "a quorum"),
        new Option("second-quorum", new Option.Formula(), "2", "another"));
  }

  @Override
  public List<Example> examples() {
    return List.of();
  }

  @Override
  public List<Mutant> mutants() {
    return List.of();
  }

  @Override
  public Configured configure(Settings settings) {
    int k = settings.number("k").orElse(3);
    if (k == 99) {
      throw new InvalidSettingsException("too \"many\", <really> & truly");
    }
    StateLayout.Declared<Field> declared =
        StateLayout.declare(d -> d.field("count", Subrange.of("counts", 10)));
    return new Configured(
        new Counter(declared.layout(), declared.variables(), k),
        Map.of("first-quorum", k, "second-quorum", 2));
  }

  private final class Counter implements Model {
    private final StateLayout layout;
    private final Field count;
    private final int k;

    Counter(StateLayout layout, Field count, int k) {
      this.layout = layout;
      this.count = count;
      this.k = k;
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
                if (k == 13) {
                  throw new IllegalStateException("a bug in the model");
                }
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
              "bounded",
              "stays low",
              s -> count.get(s) < 9 || !violates.test(k),
              s -> "it is too high"));
    }

    @Override
    public List<Goal> goals() {
      return List.of(
          new Goal("decided-without-faulty", "", "", s -> count.get(s) == 9 && decides.test(k)));
    }

    @Override
    public List<Finding> findings() {
      return meets.test(k) ? List.of() : List.of(new Finding("quorum", "they meet", "no meeting"));
    }

    @Override
    public List<Finding> obstacles() {
      return available.test(k) ? List.of() : List.of(new Finding("available", "", "too many"));
    }
  }
}
