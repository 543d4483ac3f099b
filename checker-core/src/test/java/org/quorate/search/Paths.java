package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.state.State;
import org.quorate.symmetry.Symmetry;

/** Looks whether the path of a verdict is one. */
final class Paths {

  private Paths() {}

  /** From an initial state, by steps of the model, to a state where the invariant fails. */
  static void assertLeadsToViolation(Model model, Symmetry symmetry, Verdict.Violated violated) {
    Oracle oracle = Oracle.of(model, symmetry);
    List<long[]> path = violated.path();
    assertThat(oracle.initialStates()).anyMatch(state -> Arrays.equals(state, path.get(0)));
    for (int i = 1; i < path.size(); i++) {
      long[] next = path.get(i);
      assertThat(oracle.successors(path.get(i - 1))).anyMatch(state -> Arrays.equals(state, next));
    }
    long[] last = path.get(path.size() - 1);
    assertThat(violated.state()).isEqualTo(last);
    assertThat(firstFailing(model, last)).isEqualTo(violated.invariant().name());
  }

  private static String firstFailing(Model model, long[] words) {
    State state = new State(words.length);
    state.load(words, 0);
    return model.invariants().stream()
        .filter(invariant -> !invariant.holds().test(state))
        .map(Invariant::name)
        .findFirst()
        .orElse("none");
  }

  /** The states of a path, for comparisons. */
  static List<List<Long>> words(Verdict verdict) {
    return ((Verdict.Violated) verdict)
        .path().stream().map(state -> Arrays.stream(state).boxed().toList()).toList();
  }
}
