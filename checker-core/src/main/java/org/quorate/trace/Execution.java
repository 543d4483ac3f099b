package org.quorate.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Exchange;
import org.quorate.model.Invariant;
import org.quorate.model.Lifeline;
import org.quorate.model.Model;
import org.quorate.model.Model.Finding;
import org.quorate.model.View;
import org.quorate.state.State;

/**
 * A run of a model as it is executed: an initial state, and then one step after another, each given
 * by its action and arguments alone.
 */
public final class Execution {

  private final Model model;
  private final Narrator narrator;
  private final List<Lifeline> lifelines;
  private final Map<String, @Nullable Object> initial;
  private final List<Trace.Step> steps = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private long[] state;

  private Execution(Model model, Narrator narrator, long[] initial) {
    this.model = model;
    this.narrator = narrator;
    this.lifelines = model.lifelines(State.of(initial));
    this.initial = narrator.show(initial);
    this.state = initial;
    // What fails from the start is not blamed on a step.
    newlyBroken(model.invariants());
    newlyBroken(model.lemmas());
  }

  /** For each initial state of a model the execution that starts there. */
  public static List<Execution> ofEachInitialState(Model model) {
    Narrator narrator = new Narrator(model.views());
    return Transition.initialStates(model).stream()
        .map(state -> new Execution(model, narrator, state))
        .toList();
  }

  /** The execution that starts in a state. */
  static Execution from(Model model, long[] initial) {
    return new Execution(model, new Narrator(model.views()), initial);
  }

  /**
   * Takes a step.
   *
   * @param arguments elements of the domains of the action's parameters, in their order
   * @throws NotEnabledException if the step is not possible in the present state
   */
  public Trace.Step take(Action action, int... arguments) {
    long[] source = state;
    List<Transition> choices =
        Transition.choices(action, source).stream()
            .filter(t -> Arrays.equals(t.arguments(), arguments))
            .toList();
    long[] target =
        choices.stream()
            .map(Transition::target)
            .filter(t -> !Arrays.equals(t, source))
            .findFirst()
            .orElseThrow(() -> notEnabled(action, arguments, !choices.isEmpty()));
    List<Trace.Change> changes = narrator.changes(source, target);
    Optional<Exchange> exchange =
        action.communication().map(c -> c.of(State.of(source), arguments));
    state = target;
    Trace.Step step =
        new Trace.Step(
            steps.size() + 1,
            action.name(),
            Narrator.arguments(action, arguments),
            exchange,
            narrator.show(state),
            changes,
            newlyBroken(model.lemmas()),
            newlyBroken(model.invariants()));
    steps.add(step);
    return step;
  }

  private NotEnabledException notEnabled(Action action, int[] arguments, boolean offered) {
    String reason = offered ? "it would change nothing" : missing(action, arguments);
    return new NotEnabledException(action.name() + " is not enabled: " + reason);
  }

  private String missing(Action action, int[] arguments) {
    State present = State.of(state);
    return action.guards().stream()
        .filter(guard -> !guard.test().holds(present, arguments))
        .findFirst()
        .map(guard -> "it needs that " + guard.meaning())
        .orElse("the model offers no such step in this state");
  }

  private List<Trace.Broken> newlyBroken(List<Invariant> properties) {
    State present = State.of(state);
    return properties.stream()
        .filter(p -> !p.holds().test(present) && broken.add(p.name()))
        .map(p -> new Trace.Broken(p.name(), p.meaning(), p.groups().apply(present)))
        .toList();
  }

  /** The invariants that fail in the present state, in the order of the model. */
  public List<Finding> violations() {
    State present = State.of(state);
    return model.invariants().stream()
        .filter(i -> !i.holds().test(present))
        .map(i -> new Finding(i.name(), i.meaning(), i.explanation().apply(present)))
        .toList();
  }

  /** The run so far. */
  public Trace trace() {
    List<String> registers =
        model.views().stream().filter(View::isRegister).map(View::name).toList();
    return new Trace(true, lifelines, registers, initial, List.copyOf(steps));
  }

  /** The words of the present state. */
  long[] state() {
    return state;
  }
}
