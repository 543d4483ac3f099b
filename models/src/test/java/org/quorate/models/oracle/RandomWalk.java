package org.quorate.models.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.State;
import org.quorate.trace.Execution;
import org.quorate.trace.Trace;

/** Runs of a model whose every step is drawn from all that are enabled. */
final class RandomWalk {

  private record Step(Action action, int[] arguments, long[] target) {}

  private RandomWalk() {}

  /** A run that ends where nothing is enabled, or after a number of steps. */
  static Trace of(Model model, Random random, int maxLength) {
    List<long[]> initial = new ArrayList<>();
    model.initialStates(Successors.initial(model.layout().words(), t -> initial.add(t.toWords())));
    int start = random.nextInt(initial.size());
    Execution run = Execution.ofEachInitialState(model).get(start);
    List<Step> enabled = enabled(model, initial.get(start));
    while (!enabled.isEmpty() && run.trace().length() < maxLength) {
      Step step = enabled.get(random.nextInt(enabled.size()));
      run.take(step.action(), step.arguments());
      enabled = enabled(model, step.target());
    }
    return run.trace();
  }

  private static List<Step> enabled(Model model, long[] words) {
    State state = State.of(words);
    List<Step> steps = new ArrayList<>();
    for (Action action : model.actions()) {
      Successors[] out = new Successors[1];
      out[0] =
          Successors.of(
              state,
              words.length,
              t ->
                  steps.add(
                      new Step(action, out[0].arguments(action.parameters().size()), t.toWords())));
      action.body().generate(state, out[0]);
    }
    return steps;
  }
}
