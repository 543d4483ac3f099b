package org.quorate.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
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
    Execution run = Execution.from(model, initial);
    for (Transition step : concrete(initial, path)) {
      run.take(step.action(), step.arguments());
      if (!Arrays.equals(run.state(), step.target())) {
        throw new IllegalStateException(
            step.action().name() + " with the same arguments leads to another state");
      }
    }
    State last = State.of(run.state());
    if (invariant.holds().test(last)) {
      throw new IllegalStateException(
          "the trace does not end in a violation of " + invariant.name());
    }
    return counterexample(invariant, last, run.trace(), shortest);
  }

  /** A counterexample of which no more is known than the state that violates the invariant. */
  public Counterexample lastStateOnly(Invariant invariant, long[] state) {
    Trace trace = Trace.ofState(new Narrator(model.views()).show(state));
    return counterexample(invariant, State.of(state), trace, false);
  }

  private static Counterexample counterexample(
      Invariant invariant, State violating, Trace trace, boolean shortest) {
    return new Counterexample(
        invariant.name(),
        invariant.meaning(),
        invariant.explanation().apply(violating),
        trace,
        shortest);
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
}
