package org.quorate.trace;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.State;

/** A step of a model with everything that is known of it: the slow way to expand a state. */
record Transition(Action action, int[] arguments, long[] target) {

  /** All steps from a state, in the order in which the model generates them. */
  static List<Transition> from(Model model, long[] source) {
    List<Transition> found = new ArrayList<>();
    State state = new State(source.length);
    state.load(source, 0);
    for (Action action : model.actions()) {
      Successors[] self = new Successors[1];
      self[0] =
          Successors.of(
              state,
              source.length,
              draft ->
                  found.add(
                      new Transition(
                          action, self[0].arguments(action.parameters().size()), draft.toWords())));
      action.body().generate(state, self[0]);
    }
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
