package org.quorate.models.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.selfcheck.Equivariance.Twins;
import org.quorate.symmetry.Renaming;
import org.quorate.symmetry.Symmetry;
import org.quorate.trace.Transition;

/** Checks in many states and under the whole group that a model may be explored up to symmetry. */
public final class Equivariance {

  /** Walks end here at the latest: some models have cycles. */
  private static final int MAX_LENGTH = 50;

  private final Model model;
  private final org.quorate.selfcheck.Equivariance equivariance;
  private final List<Renaming> renamings;
  private final Random random;

  private Equivariance(Model model, long seed) {
    this.model = model;
    this.equivariance = new org.quorate.selfcheck.Equivariance(model);
    this.renamings = Symmetry.all(model.layout()).renamings();
    this.random = new Random(seed);
  }

  /** Checks every initial state, and every state on some random walks. */
  public static void check(Model model, int walks, long seed) {
    Equivariance check = new Equivariance(model, seed);
    List<long[]> initial = check.equivariance.initialStates();
    for (Renaming renaming : check.renamings) {
      initial.forEach(start -> check.equivariance.checkInitial(start, renaming));
    }
    for (int i = 0; i < walks; i++) {
      check.walk(initial.get(check.random.nextInt(initial.size())));
    }
  }

  private void walk(long[] start) {
    long[] words = start;
    for (int i = 0; i < MAX_LENGTH; i++) {
      List<Transition> all = checkAt(words);
      if (all.isEmpty()) {
        return;
      }
      words = all.get(random.nextInt(all.size())).target();
    }
  }

  /** Checks one state; the result is all its steps. */
  private List<Transition> checkAt(long[] words) {
    List<Twins> twins = renamings.stream().map(r -> Twins.of(words, r)).toList();
    twins.forEach(equivariance::checkProperties);
    List<Transition> all = new ArrayList<>();
    for (Action action : model.actions()) {
      List<Transition> steps = Transition.steps(action, words);
      twins.forEach(t -> equivariance.checkSteps(action, t, steps, steps));
      all.addAll(steps);
    }
    return all;
  }
}
