package org.quorate.search;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.function.Consumer;
import org.quorate.model.Model;
import org.quorate.store.StateStore;
import org.quorate.symmetry.Symmetry;

/** States for benchmarks to work on, one after another in an array. */
final class ReachableStates {

  private ReachableStates() {}

  /** Every reachable state up to a symmetry, in the order of a breadth-first search. */
  static long[] all(Model model, Symmetry symmetry) {
    Graph graph = Graph.of(model, symmetry);
    StateStore visited = StateStore.exact(graph.words(), false);
    LongArrayList states = new LongArrayList();
    Consumer<long[]> found =
        s -> {
          if (visited.add(s)) {
            states.addElements(states.size(), s);
          }
        };
    Expander expander = new Expander(graph, found);
    long[] state = new long[graph.words()];
    graph.initialStates(found);
    for (int i = 0; i < states.size(); i += state.length) {
      states.getElements(i, state, 0, state.length);
      expander.expand(state, 0);
    }
    return states.toLongArray();
  }

  /** The successors of some states, as the actions make them: not canonical, with repetitions. */
  static long[] successors(Model model, long[] states) {
    Graph graph = Graph.of(model, Symmetry.none(model.layout()));
    LongArrayList successors = new LongArrayList();
    Expander expander = new Expander(graph, s -> successors.addElements(successors.size(), s));
    for (int i = 0; i < states.length; i += graph.words()) {
      expander.expand(states, i);
    }
    return successors.toLongArray();
  }

  /** A number of states at even distances, of at least so many. */
  static long[] sample(long[] states, int words, int count) {
    int size = states.length / words;
    if (size < count) {
      throw new IllegalArgumentException("%d states are fewer than %d".formatted(size, count));
    }
    long[] sample = new long[count * words];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * size / count) * words;
      System.arraycopy(states, from, sample, i * words, words);
    }
    return sample;
  }
}
