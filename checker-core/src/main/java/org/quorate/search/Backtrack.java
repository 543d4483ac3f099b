package org.quorate.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds a shortest path to a state that a breadth-first search has found, without any links stored
 * with the states: for each level backwards, the first state, in the order of the log, with a step
 * to the state after it. If the store has released levels, a second search keeps them.
 */
final class Backtrack {

  private static final int PIECE = 1 << 10;
  private static final int PIECES = 32;

  private final Graph graph;
  private final SearchOptions options;
  private final Crew crew;

  Backtrack(Graph graph, SearchOptions options, Crew crew) {
    this.graph = graph;
    this.options = options;
    this.crew = crew;
  }

  /**
   * The states from an initial one to {@code target}, a state of the last level; none if memory
   * does not suffice to find the others.
   */
  List<long[]> path(List<Level> levels, long[] target) {
    List<long[]> path = new ArrayList<>(List.of(target));
    try {
      List<Level> held = levels.stream().allMatch(Level::isHeld) ? levels : again(levels.size());
      for (int depth = levels.size() - 2; depth >= 0; depth--) {
        path.add(predecessor(held.get(depth), path.get(path.size() - 1)));
      }
    } catch (OutOfMemoryError e) {
      return List.of();
    }
    Collections.reverse(path);
    return path;
  }

  /** The first levels, by a search that keeps them. */
  private List<Level> again(int count) {
    BreadthFirst search = new BreadthFirst(graph, options.withoutLimits(), crew, true);
    List<Level> levels = new ArrayList<>(List.of(search.start()));
    while (levels.size() < count) {
      levels.add(search.advance(levels.get(levels.size() - 1)));
    }
    return levels;
  }

  private long[] predecessor(Level level, long[] target) {
    AtomicLong first = new AtomicLong(Long.MAX_VALUE);
    for (long from = 0; from < level.size(); from += PIECE * PIECES) {
      long start = from;
      crew.forEach(PIECES, p -> search(level, start + (long) p * PIECE, target, first));
      if (first.get() < Long.MAX_VALUE) {
        long[] state = new long[graph.words()];
        level.read(first.get(), 1, graph.words(), state);
        return state;
      }
    }
    throw new IllegalStateException("no predecessor of a state of a later level");
  }

  private void search(Level level, long from, long[] target, AtomicLong first) {
    int count = (int) Math.max(0, Math.min(PIECE, level.size() - from));
    if (count == 0 || from > first.get()) {
      return;
    }
    long[] states = new long[count * graph.words()];
    level.read(from, count, graph.words(), states);
    Matcher matcher = new Matcher(target);
    Expander expander = new Expander(graph, matcher::match);
    for (int i = 0; i < count && !matcher.found; i++) {
      expander.expand(states, i * graph.words());
      if (matcher.found) {
        first.accumulateAndGet(from + i, Math::min);
      }
    }
  }

  private static final class Matcher {
    private final long[] target;
    private boolean found;

    Matcher(long[] target) {
      this.target = target;
    }

    void match(long[] state) {
      found |= java.util.Arrays.equals(state, target);
    }
  }
}
