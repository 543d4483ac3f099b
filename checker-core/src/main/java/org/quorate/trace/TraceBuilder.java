package org.quorate.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action.Parameter;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.View;
import org.quorate.state.State;
import org.quorate.symmetry.Canonicaliser;
import org.quorate.symmetry.Symmetry;

/**
 * Makes a run out of a path of representatives: starts from a concrete initial state, and takes at
 * each step the first transition whose target's representative is the next one on the path. Then
 * executes the run once more, by action names and arguments alone.
 */
public final class TraceBuilder {

  private final Model model;
  private final Canonicaliser canonicaliser;

  /** A builder for a model and the symmetry that its path was found under. */
  public TraceBuilder(Model model, Symmetry symmetry) {
    this.model = model;
    this.canonicaliser = symmetry.canonicaliser();
  }

  /**
   * The counterexample to an invariant along a path.
   *
   * @param path representatives from an initial state to a violating one
   * @param shortest whether the path is known to be as short as any
   * @throws IllegalStateException if the path is not a run of the model, or its end does not
   *     violate the invariant: an error of this program, never of the model
   */
  public Counterexample counterexample(Invariant invariant, List<long[]> path, boolean shortest) {
    long[] initial = initial(path.get(0));
    List<Transition> run = concrete(initial, path);
    replay(initial, run);
    long[] last = run.isEmpty() ? initial : run.get(run.size() - 1).target();
    State violating = view(last);
    if (invariant.holds().test(violating)) {
      throw new IllegalStateException(
          "the trace does not end in a violation of " + invariant.name());
    }
    return new Counterexample(
        invariant.name(),
        invariant.meaning(),
        invariant.explanation().apply(violating),
        new Trace(show(initial), steps(initial, run)),
        shortest);
  }

  /** A counterexample of which no more is known than the state that violates the invariant. */
  public Counterexample lastStateOnly(Invariant invariant, long[] state) {
    return new Counterexample(
        invariant.name(),
        invariant.meaning(),
        invariant.explanation().apply(view(state)),
        new Trace(show(state), List.of()),
        false);
  }

  private long[] initial(long[] representative) {
    return Transition.initialStates(model).stream()
        .filter(state -> isRepresentedBy(representative, state))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the path starts at no initial state"));
  }

  private List<Transition> concrete(long[] initial, List<long[]> path) {
    List<Transition> run = new ArrayList<>();
    long[] current = initial;
    for (long[] next : path.subList(1, path.size())) {
      Transition step =
          Transition.from(model, current).stream()
              .filter(t -> isRepresentedBy(next, t.target()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("the path has a gap"));
      run.add(step);
      current = step.target();
    }
    return run;
  }

  private boolean isRepresentedBy(long[] representative, long[] state) {
    long[] canonical = state.clone();
    canonicaliser.canonicalise(canonical);
    return Arrays.equals(canonical, representative);
  }

  /** Takes the run's steps again, each found by its action and arguments. */
  private void replay(long[] initial, List<Transition> run) {
    long[] current = initial;
    for (Transition step : run) {
      long[] source = current;
      Transition again =
          Transition.from(model, source).stream()
              .filter(t -> t.action().name().equals(step.action().name()))
              .filter(t -> Arrays.equals(t.arguments(), step.arguments()))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException(step.action().name() + " is not enabled"));
      if (!Arrays.equals(again.target(), step.target())) {
        throw new IllegalStateException(
            step.action().name() + " with the same arguments leads to another state");
      }
      current = again.target();
    }
  }

  private List<Trace.Step> steps(long[] initial, List<Transition> run) {
    List<Trace.Step> steps = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    long[] before = initial;
    for (Transition t : run) {
      Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
      for (int i = 0; i < t.arguments().length; i++) {
        Parameter parameter = t.action().parameters().get(i);
        arguments.put(parameter.name(), parameter.domain().value(t.arguments()[i]));
      }
      steps.add(
          new Trace.Step(
              steps.size() + 1,
              t.action().name(),
              arguments,
              show(t.target()),
              changes(before, t.target()),
              newlyBroken(t.target(), broken)));
      before = t.target();
    }
    return steps;
  }

  private List<Trace.BrokenLemma> newlyBroken(long[] state, Set<String> broken) {
    return model.lemmas().stream()
        .filter(lemma -> !lemma.holds().test(view(state)) && broken.add(lemma.name()))
        .map(lemma -> new Trace.BrokenLemma(lemma.name(), lemma.meaning()))
        .toList();
  }

  private List<Trace.Change> changes(long[] before, long[] after) {
    List<Trace.Change> changes = new ArrayList<>();
    for (View view : model.views()) {
      for (int i = view.index().first(); i <= view.index().last(); i++) {
        Object was = view.value().of(view(before), i);
        Object is = view.value().of(view(after), i);
        if (!Objects.equals(was, is)) {
          String index = view.isScalar() ? null : view.index().format(i);
          changes.add(new Trace.Change(view.name(), index, was, is));
        }
      }
    }
    return changes;
  }

  private Map<String, @Nullable Object> show(long[] state) {
    State view = view(state);
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    for (View v : model.views()) {
      if (v.isScalar()) {
        shown.put(v.name(), v.value().of(view, 0));
      } else {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = v.index().first(); i <= v.index().last(); i++) {
          values.put(v.index().format(i), v.value().of(view, i));
        }
        shown.put(v.name(), values);
      }
    }
    return shown;
  }

  private static State view(long[] words) {
    State state = new State(words.length);
    state.load(words, 0);
    return state;
  }
}
