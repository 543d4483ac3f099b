package org.quorate.search;

import java.util.function.Consumer;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.model.Successors;
import org.quorate.state.Draft;
import org.quorate.state.State;
import org.quorate.symmetry.Canonicaliser;

/**
 * Generates the representatives of the successors of a state and counts the steps by action; only
 * one successor where the graph has an eager step. Holds scratch memory; each thread has its own.
 */
final class Expander {

  private final Model model;
  private final Action.Body[] bodies;
  private final int[] eager;
  private final int[] ordinary;
  private final Canonicaliser canonicaliser;
  private final Canonicaliser.Scratch scratch;
  private final Consumer<long[]> target;
  private final State source;
  private final Successors successors;
  private final Successors first;
  private final long[] fired;
  private long steps;
  private int action;
  private boolean awaitsStep;

  /**
   * @param target given each successor's representative, in an array that is soon overwritten
   */
  Expander(Graph graph, Consumer<long[]> target) {
    this.model = graph.model();
    this.bodies = graph.bodies();
    this.eager = graph.eager();
    this.ordinary = graph.ordinary();
    this.canonicaliser = graph.canonicaliser();
    this.scratch = canonicaliser.newScratch();
    this.target = target;
    this.source = new State(graph.words());
    this.successors = Successors.of(source, graph.words(), this::finish);
    this.first = Successors.of(source, graph.words(), this::finishFirst);
    this.fired = new long[bodies.length];
  }

  void expand(long[] states, int offset) {
    source.load(states, offset);
    try {
      if (!takeEagerStep()) {
        for (int i : ordinary) {
          take(i, successors);
        }
      }
    } catch (RuntimeException | AssertionError e) {
      String name = model.actions().get(action).name();
      throw ModelException.thrown("action " + name, model, source, e);
    }
  }

  /** Takes the first eager step there is. */
  private boolean takeEagerStep() {
    boolean taken = false;
    for (int i = 0; i < eager.length && !taken; i++) {
      awaitsStep = true;
      taken = take(eager[i], first);
    }
    return taken;
  }

  private boolean take(int i, Successors out) {
    action = i;
    long before = steps;
    bodies[i].generate(source, out);
    fired[i] += steps - before;
    return steps > before;
  }

  /** Lets only the first successor of an eager action pass. */
  private void finishFirst(Draft successor) {
    if (awaitsStep) {
      awaitsStep = false;
      finish(successor);
    }
  }

  private void finish(Draft successor) {
    steps++;
    long[] words = successor.words();
    canonicaliser.canonicalise(words, scratch);
    target.accept(words);
  }

  /** How often each action took place so far. */
  long[] fired() {
    return fired;
  }
}
