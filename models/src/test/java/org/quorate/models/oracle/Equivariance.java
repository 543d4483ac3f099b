package org.quorate.models.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.StatePredicate;
import org.quorate.model.Successors;
import org.quorate.state.Draft;
import org.quorate.state.State;
import org.quorate.symmetry.Renaming;
import org.quorate.symmetry.Symmetry;

/**
 * Checks what makes it right to explore a model up to symmetry: a renaming of scalarset members
 * takes initial states to initial states and steps to steps of the same action, and changes no
 * invariant, lemma or goal.
 */
public final class Equivariance {

  /** A step, or an initial state, by its action and the bits it leads to. */
  private record Step(String action, List<Long> words) {}

  /** Walks end here at the latest: some models have cycles. */
  private static final int MAX_LENGTH = 50;

  private final Model model;
  private final List<Renaming> renamings;
  private final Random random;

  private Equivariance(Model model, long seed) {
    this.model = model;
    this.renamings = Symmetry.all(model.layout()).renamings();
    this.random = new Random(seed);
  }

  /** Checks every state on some random walks from initial states, under the whole group. */
  public static void check(Model model, int walks, long seed) {
    Equivariance equivariance = new Equivariance(model, seed);
    List<Step> initial = List.copyOf(equivariance.initialStates());
    for (Renaming renaming : equivariance.renamings) {
      assertThat(equivariance.renamed(equivariance.initialStates(), renaming))
          .isEqualTo(equivariance.initialStates());
    }
    for (int i = 0; i < walks; i++) {
      equivariance.walk(initial.get(equivariance.random.nextInt(initial.size())).words());
    }
  }

  private void walk(List<Long> start) {
    List<Long> words = start;
    for (int i = 0; i < MAX_LENGTH; i++) {
      State state = state(words);
      Multiset<Step> steps = steps(state);
      for (Renaming renaming : renamings) {
        checkAt(state, steps, renaming);
      }
      if (steps.isEmpty()) {
        return;
      }
      words = List.copyOf(steps).get(random.nextInt(steps.size())).words();
    }
  }

  private void checkAt(State state, Multiset<Step> steps, Renaming renaming) {
    Draft image = renamed(state, renaming);
    assertThat(steps(image)).as("steps from a renamed state").isEqualTo(renamed(steps, renaming));
    assertThat(verdicts(image))
        .as("invariants, lemmas and goals in a renamed state")
        .isEqualTo(verdicts(state));
  }

  private List<Boolean> verdicts(State state) {
    Stream<StatePredicate> predicates =
        Stream.of(
                model.invariants().stream().map(i -> i.holds()),
                model.lemmas().stream().map(i -> i.holds()),
                model.goals().stream().map(g -> g.reached()))
            .flatMap(s -> s);
    return predicates.map(p -> p.test(state)).toList();
  }

  private Multiset<Step> initialStates() {
    Multiset<Step> states = HashMultiset.create();
    model.initialStates(
        Successors.initial(model.layout().words(), t -> states.add(new Step("", words(t)))));
    return states;
  }

  private Multiset<Step> steps(State source) {
    Multiset<Step> steps = HashMultiset.create();
    for (Action action : model.actions()) {
      action
          .body()
          .generate(
              source,
              Successors.of(
                  source,
                  model.layout().words(),
                  t -> steps.add(new Step(action.name(), words(t)))));
    }
    return steps;
  }

  private Multiset<Step> renamed(Multiset<Step> steps, Renaming renaming) {
    Multiset<Step> images = HashMultiset.create();
    for (Step step : steps) {
      images.add(new Step(step.action(), words(renamed(state(step.words()), renaming))));
    }
    return images;
  }

  private Draft renamed(State state, Renaming renaming) {
    Draft image = new Draft(model.layout().words());
    renaming.apply(state, image);
    return image;
  }

  private static State state(List<Long> words) {
    State state = new State(words.size());
    state.load(words.stream().mapToLong(w -> w).toArray(), 0);
    return state;
  }

  private static List<Long> words(State state) {
    return new ArrayList<>(Arrays.stream(state.toWords()).boxed().toList());
  }
}
