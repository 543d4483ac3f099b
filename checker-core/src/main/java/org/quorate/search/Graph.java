package org.quorate.search;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.quorate.model.Action;
import org.quorate.model.Action.Reduction;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Partition;
import org.quorate.model.StatePredicate;
import org.quorate.model.Successors;
import org.quorate.store.StateStore;
import org.quorate.symmetry.Canonicaliser;
import org.quorate.symmetry.Symmetry;

/**
 * The graph that every strategy explores: a model up to a symmetry, ready for the just-in-time
 * compiler.
 *
 * @param canonicaliser the specialised canonicaliser of the symmetry
 * @param bodies the specialised action bodies, in the model's order
 * @param eager the positions of the actions of which one step, if there is any, is enough
 * @param ordinary the positions of the actions that are taken where there is no eager step
 * @param holds the specialised invariants, in the model's order
 * @param reached the specialised goals, in the model's order
 * @param classes the number of classes that states are counted in, at least 1
 * @param classifier the specialised classifier of states
 */
record Graph(
    Model model,
    Canonicaliser canonicaliser,
    Action.Body[] bodies,
    int[] eager,
    int[] ordinary,
    StatePredicate[] holds,
    StatePredicate[] reached,
    int classes,
    Partition.Classifier classifier) {

  /** The graph of every step. */
  static Graph of(Model model, Symmetry symmetry) {
    return of(model, symmetry, false);
  }

  /**
   * The graph of every step, or without what other steps cover.
   *
   * @param reduces whether to leave that out
   */
  static Graph of(Model model, Symmetry symmetry, boolean reduces) {
    return new Graph(
        model,
        Specialiser.specialise(symmetry.canonicaliser()),
        model.actions().stream()
            .map(a -> Specialiser.specialise(a.body()))
            .toArray(Action.Body[]::new),
        positions(model, a -> reduces && a.reduction() == Reduction.EAGER),
        positions(model, a -> !reduces || a.reduction() == Reduction.NONE),
        model.invariants().stream()
            .map(Invariant::holds)
            .map(Specialiser::specialise)
            .toArray(StatePredicate[]::new),
        model.goals().stream()
            .map(Goal::reached)
            .map(Specialiser::specialise)
            .toArray(StatePredicate[]::new),
        model.partition().map(p -> p.classes().size()).orElse(1),
        Specialiser.specialiseClassifier(
            model.partition().map(Partition::classifier).orElse(s -> 0)));
  }

  private static int[] positions(Model model, Predicate<Action> wanted) {
    List<Action> actions = model.actions();
    return IntStream.range(0, actions.size()).filter(i -> wanted.test(actions.get(i))).toArray();
  }

  /** Whether steps are left out that others cover. */
  boolean isReduced() {
    return eager.length > 0 || ordinary.length < bodies.length;
  }

  int words() {
    return model.layout().words();
  }

  /** An empty store of the kind that is asked for. */
  StateStore newStore(SearchOptions options, boolean keepsLog) {
    return switch (options.store()) {
      case EXACT -> StateStore.exact(words(), keepsLog);
      case FINGERPRINT -> StateStore.fingerprint(words(), keepsLog);
    };
  }

  /** Gives the representatives of the initial states, repetitions included, to {@code target}. */
  void initialStates(Consumer<long[]> target) {
    model.initialStates(
        Successors.initial(
            words(),
            draft -> {
              canonicaliser.canonicalise(draft.words());
              target.accept(draft.words());
            }));
  }

  /** Puts together what a strategy has found out. */
  SearchResult result(
      Verdict verdict,
      StateStore store,
      Inspector findings,
      long[] fired,
      History history,
      Limits limits) {
    List<Long> levels = history.sizes();
    limits.reached(store.size(), store.bytes());
    return new SearchResult(
        verdict,
        store.isExact(),
        isReduced(),
        store.size(),
        findings.represented(),
        partition(findings),
        Arrays.stream(fired).sum(),
        levels.isEmpty() ? OptionalInt.empty() : OptionalInt.of(levels.size() - 1),
        levels,
        history.seconds(),
        coverage(findings, fired, history),
        limits.seconds(),
        limits.peakBytes());
  }

  private Coverage coverage(Inspector findings, long[] fired, History history) {
    List<Coverage.OfAction> actions = new ArrayList<>();
    for (int i = 0; i < fired.length; i++) {
      String name = model.actions().get(i).name();
      boolean taken = Ints.contains(eager, i) || Ints.contains(ordinary, i);
      actions.add(new Coverage.OfAction(name, fired[i], history.firstStep(i), !taken));
    }
    List<Coverage.OfInvariant> invariants = new ArrayList<>();
    long evaluated = findings.explored();
    for (int i = 0; i < holds.length; i++) {
      long failed = findings.failed(i);
      invariants.add(new Coverage.OfInvariant(model.invariants().get(i).name(), evaluated, failed));
      evaluated -= failed;
    }
    List<Coverage.OfGoal> goals = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      String name = model.goals().get(i).name();
      goals.add(new Coverage.OfGoal(name, findings.goals()[i], history.goalDepth(i)));
    }
    return new Coverage(actions, invariants, goals);
  }

  private Map<String, SearchResult.Count> partition(Inspector findings) {
    Map<String, SearchResult.Count> counts = new LinkedHashMap<>();
    List<String> names = model.partition().map(Partition::classes).orElse(List.of());
    for (int i = 0; i < names.size(); i++) {
      counts.put(names.get(i), findings.count(i));
    }
    return counts;
  }
}
