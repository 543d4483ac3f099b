package org.quorate.search;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.quorate.store.StateStore;

/**
 * Along one path after another, on one thread. The stack holds every state that was found and not
 * yet left, each followed by a mark: the open ones are being expanded, and are the path to the top.
 */
final class DepthFirst {

  private static final long WAITING = 0;
  private static final long OPEN = 1;

  /** Limits are looked at after so many states. */
  private static final int BLOCK = 1 << 12;

  private final Graph graph;
  private final SearchOptions options;
  private final int words;
  private final StateStore store;
  private final Inspector inspector;
  private final Expander expander;
  private final Limits limits;
  private final LongArrayList stack = new LongArrayList();
  private int pathLength;
  private @Nullable Limit stopped;

  DepthFirst(Graph graph, SearchOptions options) {
    this.graph = graph;
    this.options = options;
    this.words = graph.words();
    this.store = graph.newStore(options, false);
    this.inspector = new Inspector(graph);
    this.expander = new Expander(graph, this::found);
    this.limits = new Limits(options);
  }

  /** Explores until the end, a violation or a limit. */
  SearchResult run() {
    try {
      explore();
    } catch (OutOfMemoryError e) {
      stopped = Limit.MEMORY;
    }
    return graph.result(verdict(), store, inspector, expander.fired(), new History(graph), limits);
  }

  private void explore() {
    long[] state = new long[words];
    graph.initialStates(this::found);
    for (int i = 1; !stack.isEmpty() && inspector.violating() == null; i++) {
      if (i % BLOCK == 0) {
        stopped = limit();
        if (stopped != null) {
          return;
        }
      }
      int mark = stack.size() - 1;
      if (stack.getLong(mark) == OPEN) {
        stack.size(mark - words);
        pathLength--;
      } else {
        stack.set(mark, OPEN);
        pathLength++;
        stack.getElements(mark - words, state, 0, words);
        expander.expand(state, 0);
      }
    }
  }

  private void found(long[] state) {
    if (inspector.violating() == null && store.add(state)) {
      inspector.inspect(state);
      stack.addElements(stack.size(), state, 0, words);
      stack.add(WAITING);
    }
  }

  private @Nullable Limit limit() {
    long bytes = store.bytes() + (long) Long.BYTES * stack.elements().length;
    long waiting = (long) stack.size() / (words + 1) - pathLength;
    options
        .progress()
        .update(
            new Progress.Snapshot(store.size(), pathLength, waiting, OptionalLong.empty(), bytes));
    return limits.reached(store.size(), bytes).orElse(null);
  }

  private Verdict verdict() {
    long[] violating = inspector.violating();
    if (violating != null) {
      return new Verdict.Violated(
          graph.model().invariants().get(inspector.firstFailure(violating)),
          violating,
          path(),
          false);
    }
    Limit limit = stopped;
    return limit != null ? new Verdict.Incomplete(limit) : new Verdict.Holds();
  }

  /** The open states, and the violating one on top of the stack. */
  private List<long[]> path() {
    List<long[]> path = new ArrayList<>();
    for (int i = 0; i < stack.size(); i += words + 1) {
      if (stack.getLong(i + words) == OPEN || i + words + 1 == stack.size()) {
        long[] state = new long[words];
        stack.getElements(i, state, 0, words);
        path.add(state);
      }
    }
    return path;
  }
}
