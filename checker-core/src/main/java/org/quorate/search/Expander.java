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
 * Generates the representatives of the successors of a state and counts the steps by action. Holds
 * scratch memory; each thread has its own.
 */
final class Expander {

  private final Model model;
  private final Action.Body[] bodies;
  private final Canonicaliser canonicaliser;
  private final Canonicaliser.Scratch scratch;
  private final Consumer<long[]> target;
  private final State source;
  private final Successors successors;
  private final long[] fired;
  private long steps;

  /**
   * @param target given each successor's representative, in an array that is soon overwritten
   */
  Expander(Graph graph, Consumer<long[]> target) {
    this.model = graph.model();
    this.bodies = graph.bodies();
    this.canonicaliser = graph.canonicaliser();
    this.scratch = canonicaliser.newScratch();
    this.target = target;
    this.source = new State(graph.words());
    this.successors = Successors.of(source, graph.words(), this::finish);
    this.fired = new long[bodies.length];
  }

  void expand(long[] states, int offset) {
    source.load(states, offset);
    int i = 0;
    try {
      for (; i < bodies.length; i++) {
        long before = steps;
        bodies[i].generate(source, successors);
        fired[i] += steps - before;
      }
    } catch (RuntimeException | AssertionError e) {
      throw ModelException.thrown("action " + model.actions().get(i).name(), model, source, e);
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
