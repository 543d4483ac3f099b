package org.quorate.models.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * Checks that the guards of a model's actions, which explain why a step is not enabled, say the
 * same as the bodies: a choice of arguments is emitted if and only if all guards hold for it.
 */
public final class Guards {

  private static final int MAX_LENGTH = 60;

  private Guards() {}

  /** Checks every choice in every state on some random walks. */
  public static void check(Model model, int walks, long seed) {
    Random random = new Random(seed);
    List<long[]> initial = new ArrayList<>();
    model.initialStates(Successors.initial(model.layout().words(), t -> initial.add(t.toWords())));
    for (int i = 0; i < walks; i++) {
      long[] words = initial.get(random.nextInt(initial.size()));
      for (int step = 0; words != null && step < MAX_LENGTH; step++) {
        words = checkAt(model, words, random);
      }
    }
  }

  /** Checks one state; the result is a random successor, or null if there is none. */
  private static long[] checkAt(Model model, long[] words, Random random) {
    State state = new State(words.length);
    state.load(words, 0);
    List<long[]> targets = new ArrayList<>();
    for (Action action : model.actions()) {
      Set<List<Integer>> emitted = new HashSet<>();
      Successors[] out = new Successors[1];
      out[0] =
          Successors.withUnchanged(
              state,
              words.length,
              t -> {
                emitted.add(boxed(out[0].arguments(action.parameters().size())));
                if (!t.sameAs(state)) {
                  targets.add(t.toWords());
                }
              });
      action.body().generate(state, out[0]);
      for (List<Integer> arguments : choices(action)) {
        int[] x = arguments.stream().mapToInt(i -> i).toArray();
        assertThat(action.guards().stream().allMatch(g -> g.test().holds(state, x)))
            .as("%s%s is enabled", action.name(), arguments)
            .isEqualTo(emitted.contains(arguments));
      }
    }
    return targets.isEmpty() ? null : targets.get(random.nextInt(targets.size()));
  }

  private static List<List<Integer>> choices(Action action) {
    return Lists.cartesianProduct(
        action.parameters().stream().map(p -> elements(p.domain())).toList());
  }

  private static List<Integer> elements(Domain domain) {
    return IntStream.rangeClosed(domain.first(), domain.last()).boxed().toList();
  }

  private static List<Integer> boxed(int[] numbers) {
    return IntStream.of(numbers).boxed().toList();
  }
}
