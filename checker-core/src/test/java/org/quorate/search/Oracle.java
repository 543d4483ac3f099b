package org.quorate.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Draft;
import org.quorate.state.State;
import org.quorate.symmetry.Canonicaliser;
import org.quorate.symmetry.Symmetry;

/**
 * A breadth-first search as one would write it on paper, with a hash set of lists. It stops after
 * the first level with a violation, whose smallest violating state it reports.
 */
final class Oracle {

  private final Model model;
  private final Symmetry symmetry;
  private final Canonicaliser canonicaliser;
  private final Set<List<Long>> visited = new HashSet<>();
  private final List<Long> levels = new ArrayList<>();
  private final Map<String, Long> fired = new LinkedHashMap<>();
  private final Map<String, Integer> firstSteps = new LinkedHashMap<>();
  private final Map<String, Boolean> goals = new LinkedHashMap<>();
  private final Map<String, Integer> goalDepths = new LinkedHashMap<>();
  private final Map<String, Long> evaluated = new LinkedHashMap<>();
  private final Map<String, Long> failed = new LinkedHashMap<>();
  private long represented;
  private Optional<long[]> violating = Optional.empty();

  private Oracle(Model model, Symmetry symmetry) {
    this.model = model;
    this.symmetry = symmetry;
    this.canonicaliser = symmetry.exhaustiveCanonicaliser();
  }

  /** An oracle that has explored nothing: for its initial states and successors. */
  static Oracle of(Model model, Symmetry symmetry) {
    return new Oracle(model, symmetry);
  }

  static Oracle explore(Model model, Symmetry symmetry) {
    Oracle oracle = new Oracle(model, symmetry);
    oracle.explore();
    return oracle;
  }

  private void explore() {
    model.actions().forEach(action -> fired.put(action.name(), 0L));
    model.goals().forEach(goal -> goals.put(goal.name(), false));
    List<long[]> level = visit(initialStates());
    while (!level.isEmpty() && violating.isEmpty()) {
      List<long[]> successors = new ArrayList<>();
      level.forEach(state -> successors.addAll(successors(state)));
      level = visit(successors);
    }
  }

  private List<long[]> visit(List<long[]> states) {
    List<long[]> level = new ArrayList<>();
    for (long[] state : states) {
      if (visited.add(Arrays.stream(state).boxed().toList())) {
        level.add(state);
        inspect(state);
      }
    }
    if (!level.isEmpty()) {
      levels.add((long) level.size());
    }
    return level;
  }

  private void inspect(long[] state) {
    State s = view(state);
    represented += orbitSize(s);
    for (Goal goal : model.goals()) {
      goals.merge(goal.name(), goal.reached().test(s), Boolean::logicalOr);
      if (goal.reached().test(s)) {
        goalDepths.putIfAbsent(goal.name(), levels.size());
      }
    }
    boolean fails = false;
    for (Invariant invariant : model.invariants()) {
      if (!fails) {
        fails = !invariant.holds().test(s);
        evaluated.merge(invariant.name(), 1L, Long::sum);
        failed.merge(invariant.name(), fails ? 1L : 0L, Long::sum);
      }
    }
    if (fails && (violating.isEmpty() || State.compare(state, violating.get()) < 0)) {
      violating = Optional.of(state);
    }
  }

  private int orbitSize(State s) {
    Set<List<Long>> orbit = new HashSet<>();
    Draft image = new Draft(model.layout().words());
    symmetry
        .renamings()
        .forEach(
            renaming -> {
              renaming.apply(s, image);
              orbit.add(Arrays.stream(image.toWords()).boxed().toList());
            });
    return orbit.size();
  }

  /** The representatives of the initial states. */
  List<long[]> initialStates() {
    List<long[]> states = new ArrayList<>();
    model.initialStates(
        Successors.initial(
            model.layout().words(), draft -> states.add(representative(draft.toWords()))));
    return states;
  }

  /** The representatives of the successors of a state, one for each step. */
  List<long[]> successors(long[] state) {
    List<long[]> states = new ArrayList<>();
    State s = view(state);
    for (Action action : model.actions()) {
      Successors out =
          Successors.of(
              s,
              state.length,
              draft -> {
                states.add(representative(draft.toWords()));
                fired.merge(action.name(), 1L, Long::sum);
                firstSteps.putIfAbsent(action.name(), levels.size());
              });
      action.body().generate(s, out);
    }
    return states;
  }

  private long[] representative(long[] state) {
    canonicaliser.canonicalise(state);
    return state;
  }

  private static State view(long[] words) {
    State state = new State(words.length);
    state.load(words, 0);
    return state;
  }

  long explored() {
    return visited.size();
  }

  long represented() {
    return represented;
  }

  long transitions() {
    return fired.values().stream().mapToLong(Long::longValue).sum();
  }

  List<Long> levels() {
    return levels;
  }

  Map<String, Long> fired() {
    return fired;
  }

  /** For each action that fires, the number of the step in which it does so first. */
  Map<String, Integer> firstSteps() {
    return firstSteps;
  }

  Map<String, Boolean> goals() {
    return goals;
  }

  /** For each goal that is reached, the steps to it. */
  Map<String, Integer> goalDepths() {
    return goalDepths;
  }

  /** For each invariant, the states in which it was looked at. */
  Map<String, Long> evaluated() {
    return evaluated;
  }

  /** For each invariant, the states in which it is the first to fail. */
  Map<String, Long> failed() {
    return failed;
  }

  Optional<long[]> violating() {
    return violating;
  }
}
