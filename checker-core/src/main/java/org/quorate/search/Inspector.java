package org.quorate.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.model.Partition;
import org.quorate.model.StatePredicate;
import org.quorate.state.State;
import org.quorate.store.StateLog;
import org.quorate.symmetry.Canonicaliser;

/**
 * Looks at each new state once: counts it, sums the sizes of orbits by class, evaluates invariants
 * and goals, and keeps the smallest violating state. Holds scratch memory; each thread has its own.
 */
final class Inspector {

  private final Model model;
  private final StatePredicate[] holds;
  private final StatePredicate[] reached;
  private final Canonicaliser canonicaliser;
  private final Canonicaliser.Scratch work;
  private final State view;
  private final long[] scratch;
  private final boolean[] goals;
  private final Partition.Classifier classifier;
  private final long[] explored;
  private final long[] represented;
  private final long[] failed;
  private long @Nullable [] violating;

  Inspector(Graph graph) {
    this.model = graph.model();
    this.holds = graph.holds();
    this.reached = graph.reached();
    this.canonicaliser = graph.canonicaliser();
    this.work = canonicaliser.newScratch();
    this.view = new State(graph.words());
    this.scratch = new long[graph.words()];
    this.goals = new boolean[reached.length];
    this.classifier = graph.classifier();
    this.explored = new long[graph.classes()];
    this.represented = new long[graph.classes()];
    this.failed = new long[holds.length];
  }

  /** Inspects the representatives of a log from a position on. */
  void inspect(StateLog log, long from) {
    for (long position = from; position < log.size(); position++) {
      log.read(position, scratch, 0);
      inspect(scratch);
    }
  }

  /** Inspects a representative; the array is not kept. */
  void inspect(long[] state) {
    view.load(state, 0);
    int number = classOfView();
    explored[number]++;
    represented[number] = Math.addExact(represented[number], canonicaliser.orbitSize(state, work));
    int failure = firstFailure();
    if (failure >= 0) {
      failed[failure]++;
      if (violating == null || State.compare(state, violating) < 0) {
        violating = state.clone();
      }
    }
    lookForGoals();
  }

  private int classOfView() {
    try {
      return classifier.classOf(view);
    } catch (RuntimeException | AssertionError e) {
      throw ModelException.thrown("partition", model, view, e);
    }
  }

  private int firstFailure() {
    int i = 0;
    try {
      for (; i < holds.length; i++) {
        if (!holds[i].test(view)) {
          return i;
        }
      }
      return -1;
    } catch (RuntimeException | AssertionError e) {
      throw ModelException.thrown("invariant " + model.invariants().get(i).name(), model, view, e);
    }
  }

  private void lookForGoals() {
    int i = 0;
    try {
      for (; i < reached.length; i++) {
        goals[i] = goals[i] || reached[i].test(view);
      }
    } catch (RuntimeException | AssertionError e) {
      throw ModelException.thrown("goal " + model.goals().get(i).name(), model, view, e);
    }
  }

  /** The index of the first invariant that fails in a state, or −1. */
  int firstFailure(long[] state) {
    view.load(state, 0);
    return firstFailure();
  }

  /** How many representatives were inspected. */
  long explored() {
    return Arrays.stream(explored).sum();
  }

  /** In how many of them an invariant is the first to fail. */
  long failed(int invariant) {
    return failed[invariant];
  }

  /** The number of states that the inspected representatives stand for. */
  long represented() {
    long sum = 0;
    for (long one : represented) {
      sum = Math.addExact(sum, one);
    }
    return sum;
  }

  /** The numbers of the states of a class. */
  SearchResult.Count count(int number) {
    return new SearchResult.Count(explored[number], represented[number]);
  }

  /** The smallest violating state so far, or null. */
  long @Nullable [] violating() {
    return violating;
  }

  /** Which goals were reached so far. */
  boolean[] goals() {
    return goals;
  }

  /** The findings of several inspectors as one. */
  void merge(Inspector other) {
    for (int i = 0; i < represented.length; i++) {
      explored[i] += other.explored[i];
      represented[i] = Math.addExact(represented[i], other.represented[i]);
    }
    for (int i = 0; i < failed.length; i++) {
      failed[i] += other.failed[i];
    }
    for (int i = 0; i < goals.length; i++) {
      goals[i] |= other.goals[i];
    }
    long[] theirs = other.violating;
    if (theirs != null && (violating == null || Arrays.compareUnsigned(theirs, violating) < 0)) {
      violating = theirs;
    }
  }
}
