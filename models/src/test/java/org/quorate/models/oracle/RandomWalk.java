package org.quorate.models.oracle;

import java.util.List;
import java.util.Random;
import org.quorate.model.Model;
import org.quorate.trace.Execution;
import org.quorate.trace.Trace;
import org.quorate.trace.Transition;

/** Runs of a model whose every step is drawn from all that are enabled. */
final class RandomWalk {

  private RandomWalk() {}

  /** A run that ends where nothing is enabled, or after a number of steps. */
  static Trace of(Model model, Random random, int maxLength) {
    List<long[]> initial = Transition.initialStates(model);
    int start = random.nextInt(initial.size());
    Execution run = Execution.ofEachInitialState(model).get(start);
    List<Transition> enabled = Transition.from(model, initial.get(start));
    while (!enabled.isEmpty() && run.trace().length() < maxLength) {
      Transition step = enabled.get(random.nextInt(enabled.size()));
      run.take(step.action(), step.arguments());
      enabled = Transition.from(model, step.target());
    }
    return run.trace();
  }
}
