package org.quorate.selfcheck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.Checker;
import org.quorate.ModelAssert;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.model.Partition;
import org.quorate.model.StatePredicate;
import org.quorate.model.Successors;
import org.quorate.state.FieldArray;
import org.quorate.state.Scalarset;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;
import org.quorate.symmetry.Symmetry;

/** Each mistake that a model may make is noticed, and a model without one passes. */
class SelfCheckTest {

  private static final Scalarset PROCESSES = new Scalarset("processes", 3, "p");
  private static final StateLayout.Declared<FieldArray> DECLARED =
      StateLayout.declare(d -> d.array("pc", PROCESSES, Subrange.of("pc", 3)));
  private static final FieldArray PC = DECLARED.variables();

  /** Processes that count to two, unless told otherwise. */
  private static class Counters implements Model {

    @Override
    public StateLayout layout() {
      return DECLARED.layout();
    }

    @Override
    public void initialStates(Successors out) {
      out.begin();
      out.end();
    }

    @Override
    public List<Action> actions() {
      return List.of(step(Counters::count));
    }

    static Action step(Action.Body body) {
      return Action.of("Step", body).with("process", PROCESSES);
    }

    static void count(State s, Successors out) {
      for (int p = 0; p < PROCESSES.size(); p++) {
        if (PC.get(s, p) < 2) {
          PC.set(out.begin(p), p, PC.get(s, p) + 1);
          out.end();
        }
      }
    }

    @Override
    public List<Invariant> invariants() {
      return List.of();
    }

    static List<Invariant> invariant(StatePredicate holds) {
      return List.of(new Invariant("even", "", holds, s -> ""));
    }
  }

  private static Model with(Action.Body body) {
    return with(Counters.step(body));
  }

  private static Model with(Action action) {
    return new Counters() {
      @Override
      public List<Action> actions() {
        return List.of(action);
      }
    };
  }

  private static void assertRefused(Model model, String start) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Checker.of("counters", model).check())
        .withMessageStartingWith(start);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ModelAssert.assertModel("counters", model))
        .withMessageStartingWith(start);
  }

  @Test
  void aModelThatKeepsTheRulesPasses() {
    Action guarded =
        Counters.step(Counters::count)
            .needs("its counter is below 2", (s, arguments) -> PC.get(s, arguments[0]) < 2);
    assertThatCode(() -> Checker.of("counters", with(guarded)).check()).doesNotThrowAnyException();
  }

  @Test
  void aModelWithoutInitialStatesIsRefused() {
    assertRefused(
        new Counters() {
          @Override
          public void initialStates(Successors out) {}
        },
        "the model has no initial state: ");
    assertRefused(
        new Counters() {
          @Override
          public void initialStates(Successors out) {
            out.begin();
          }
        },
        "initialStates: a begin(…) has no end(): ");
  }

  @Test
  void aBeginWithoutAnEndIsRefused() {
    assertRefused(
        with((s, out) -> PC.set(out.begin(0), 0, 1)),
        "action Step: a begin(…) has no end(): call end() after the writes of each successor\n"
            + "in the state\n  pc  p1 0, p2 0, p3 0");
  }

  @Test
  void anEndWithoutABeginIsRefused() {
    assertRefused(with((s, out) -> out.end()), "action Step: an end() has no begin(…)");
  }

  @Test
  void tooFewArgumentsAreRefused() {
    assertRefused(
        with(
            (s, out) -> {
              PC.set(out.begin(), 0, 1);
              out.end();
            }),
        "action Step: begin was given 0 of 1 arguments; it needs one for each parameter: process");
  }

  @Test
  void argumentsOfAnotherDomainAreRefused() {
    assertRefused(
        with(
            (s, out) -> {
              PC.set(out.begin(3), 0, 1);
              out.end();
            }),
        "action Step: begin was given 3 for process, which is one of processes 0..2");
  }

  @Test
  void whatTheModelThrowsIsToldWithItsPlace() {
    assertRefused(
        with(
            (s, out) -> {
              PC.set(out.begin(0), 0, 3);
              out.end();
            }),
        "action Step: pc[p1] := 3 is outside 0..2\nin the state\n  pc  p1 0, p2 0, p3 0");
  }

  @Test
  void anActionThatFavoursAProcessIsRefused() {
    Model favours =
        with(
            (s, out) -> {
              if (PC.get(s, 0) >= PC.get(s, 1)) {
                Counters.count(s, out);
              }
            });
    assertRefused(favours, "action Step is not symmetric: renaming processes ");
    assertThatThrownBy(() -> Checker.of("counters", favours).check())
        .hasMessageContaining("treat the members of a scalarset alike")
        .hasMessageContaining("in the state\n  pc  p1 ");
    assertThatCode(() -> Checker.of("counters", favours).symmetry().check())
        .doesNotThrowAnyException();
  }

  /** As many successors, but others. */
  @Test
  void anActionThatWritesToAFavouriteIsRefused() {
    assertRefused(
        with(
            (s, out) -> {
              if (PC.get(s, 0) < 2) {
                PC.set(out.begin(0), 0, 2);
                out.end();
              }
            }),
        "action Step is not symmetric: renaming processes ");
  }

  @Test
  void initialStatesThatFavourAProcessAreRefused() {
    assertRefused(
        new Counters() {
          @Override
          public void initialStates(Successors out) {
            PC.set(out.begin(), 0, 1);
            out.end();
          }
        },
        "initialStates is not symmetric: renaming processes ");
  }

  @Test
  void propertiesThatFavourAProcessAreRefused() {
    StatePredicate firstIsIdle = s -> PC.get(s, 0) == 0 || PC.get(s, 1) > 0;
    assertRefused(
        new Counters() {
          @Override
          public List<Invariant> invariants() {
            return invariant(firstIsIdle);
          }
        },
        "invariant even is not symmetric: renaming processes ");
    assertRefused(
        new Counters() {
          @Override
          public List<Invariant> lemmas() {
            return invariant(firstIsIdle);
          }
        },
        "lemma even is not symmetric: renaming processes ");
    assertRefused(
        new Counters() {
          @Override
          public List<Goal> goals() {
            return List.of(new Goal("first", "", "", firstIsIdle));
          }
        },
        "goal first is not symmetric: renaming processes ");
    assertRefused(
        new Counters() {
          @Override
          public Optional<Partition> partition() {
            return Optional.of(new Partition("first", List.of("0", "1", "2"), s -> PC.get(s, 0)));
          }
        },
        "partition by first is not symmetric: renaming processes ");
  }

  @Test
  void guardsThatContradictTheBodyAreRefused() {
    assertRefused(
        with(Counters.step(Counters::count).needs("it is idle", (s, a) -> PC.get(s, a[0]) == 0)),
        "action Step(process p");
    assertThatThrownBy(
            () ->
                Checker.of("c", with(Counters.step(Counters::count).needs("zero", (s, a) -> false)))
                    .check())
        .hasMessageContaining("is offered by its body although its guard 'zero' fails");
    assertThatThrownBy(
            () ->
                Checker.of(
                        "c", with(Counters.step((s, out) -> {}).needs("nothing", (s, a) -> true)))
                    .check())
        .hasMessageContaining("is not offered by its body although all its guards hold");
  }

  /** A search stops there, so what the model does behind it does not matter. */
  @Test
  void walksEndWhereAnInvariantFails() {
    Model model =
        new Counters() {
          @Override
          public List<Action> actions() {
            return List.of(
                step(
                    (s, out) -> {
                      if (PC.get(s, 0) + PC.get(s, 1) + PC.get(s, 2) > 0) {
                        throw new UnsupportedOperationException("behind a violation");
                      }
                      count(s, out);
                    }));
          }

          @Override
          public List<Invariant> invariants() {
            return invariant(s -> PC.get(s, 0) + PC.get(s, 1) + PC.get(s, 2) == 0);
          }
        };
    SelfCheck.run(model, Symmetry.all(model.layout()));
    ModelAssert.assertModel("counters", model).violates("even", 1);
  }
}
