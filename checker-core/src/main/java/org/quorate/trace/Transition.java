package org.quorate.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.State;

/** A step of a model with everything that is known of it: the slow way to expand a state. */
record Transition(Action action, int[] arguments, long[] target) {

  /** All steps from a state, in the order in which the model generates them. */
  static List<Transition> from(Model model, long[] source) {
    return model.actions().stream()
        .flatMap(action -> choices(action, source).stream())
        .filter(step -> !Arrays.equals(step.target(), source))
        .toList();
  }

  /** Whatever an action offers in a state, also what changes nothing and so is not a step. */
  static List<Transition> choices(Action action, long[] source) {
    List<Transition> found = new ArrayList<>();
    State state = State.of(source);
    Successors[] self = new Successors[1];
    self[0] =
        Successors.withUnchanged(
            state,
            source.length,
            draft ->
                found.add(
                    new Transition(
                        action, self[0].arguments(action.parameters().size()), draft.toWords())));
    action.body().generate(state, self[0]);
    return found;
  }

  /** All initial states of a model. */
  static List<long[]> initialStates(Model model) {
    List<long[]> found = new ArrayList<>();
    model.initialStates(
        Successors.initial(model.layout().words(), draft -> found.add(draft.toWords())));
    return found;
  }
}
