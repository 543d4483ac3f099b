package org.quorate.models.oracle;

import com.google.common.collect.Lists;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.state.Domain;
import org.quorate.state.State;
import org.quorate.trace.Transition;

/** Checks for every choice of arguments that a model's guards say the same as its bodies. */
public final class Guards {

  private static final int MAX_LENGTH = 60;

  private Guards() {}

  /** Checks every choice in every state on some random walks. */
  public static void check(Model model, int walks, long seed) {
    Random random = new Random(seed);
    List<long[]> initial = Transition.initialStates(model);
    for (int i = 0; i < walks; i++) {
      long[] words = initial.get(random.nextInt(initial.size()));
      for (int step = 0; step < MAX_LENGTH; step++) {
        checkAt(model, words);
        List<Transition> steps = Transition.from(model, words);
        if (steps.isEmpty()) {
          break;
        }
        words = steps.get(random.nextInt(steps.size())).target();
      }
    }
  }

  private static void checkAt(Model model, long[] words) {
    var guards = new org.quorate.selfcheck.Guards(model);
    State state = State.of(words);
    for (Action action : model.actions()) {
      List<Transition> offered = Transition.choices(action, words);
      for (List<Integer> arguments : choices(action)) {
        guards.check(action, state, offered, Ints.toArray(arguments));
      }
    }
  }

  private static List<List<Integer>> choices(Action action) {
    return Lists.cartesianProduct(
        action.parameters().stream().map(p -> elements(p.domain())).toList());
  }

  private static List<Integer> elements(Domain domain) {
    return IntStream.rangeClosed(domain.first(), domain.last()).boxed().toList();
  }
}
