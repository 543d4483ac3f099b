package org.quorate.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quorate.store.Candidates;
import org.quorate.store.StateLog;
import org.quorate.store.StateStore;

/**
 * Level by level, and each level in blocks. All threads expand a block, piece by piece, into
 * candidates sorted by shard; then all threads insert them, shard by shard, in the order of the
 * pieces. So nothing is shared but the count of pieces and shards taken, no thread waits for a
 * lock, and what the store holds after each block, down to its order, is the same for any number of
 * threads.
 */
final class BreadthFirst {

  /**
   * States in a block. With some 400,000 successors, a shard gets thousands of them at a time,
   * which makes the barriers cheap and lets cache misses overlap; they take about 6 MiB. Fixed,
   * because limits are looked at between blocks, and must stop every run at the same place.
   */
  private static final int BLOCK = 1 << 17;

  /**
   * Pieces of a block for each thread: enough for an even end, few enough for long runs a shard.
   */
  private static final int PIECES_PER_THREAD = 4;

  /** A thread is not woken for fewer states. */
  private static final int LEAST_PIECE = 1 << 9;

  /**
   * States that the log may hold beside the frontier, where the table alone is the set of states.
   * Past this, finished levels are forgotten, and a counterexample costs a second search.
   */
  private static final long RETAINED = 1 << 20;

  /** A piece's share of the work: scratch memory that any thread may use, one at a time. */
  private static final class Piece {
    /** States that are copied from the log at a time. */
    private static final int BUFFER = 1 << 9;

    final long[] states;
    final Candidates candidates;
    final Expander expander;

    Piece(Graph graph) {
      this.states = new long[BUFFER * graph.words()];
      this.candidates = new Candidates(graph.words());
      this.expander = new Expander(graph, candidates::add);
    }

    void expand(Level level, long from, int count, int words) {
      for (int done = 0; done < count; done += BUFFER) {
        int some = Math.min(BUFFER, count - done);
        level.read(from + done, some, words, states);
        for (int i = 0; i < some; i++) {
          expander.expand(states, i * words);
        }
      }
    }
  }

  private final Graph graph;
  private final SearchOptions options;
  private final Crew crew;
  private final StateStore store;
  private final boolean releases;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Inspector> inspectors;
  private final Limits limits;
  private final History history;
  private final List<Level> levels = new ArrayList<>();
  private @Nullable Limit stopped;

  /**
   * @param retains whether every level stays readable
   */
  BreadthFirst(Graph graph, SearchOptions options, Crew crew, boolean retains) {
    this.graph = graph;
    this.options = options;
    this.crew = crew;
    this.store = graph.newStore(options, true);
    this.releases = !retains && !store.needsLog();
    this.inspectors = Stream.generate(() -> new Inspector(graph)).limit(StateStore.SHARDS).toList();
    this.limits = new Limits(options);
    this.history = new History(graph);
  }

  /** Explores until the end, a violation or a limit. */
  SearchResult run() {
    try {
      explore();
    } catch (OutOfMemoryError e) {
      stopped = Limit.MEMORY;
    }
    return result();
  }

  private void explore() {
    Level frontier = start();
    while (frontier.size() > 0 && stopped == null && violating() == null) {
      if (depth() >= options.maxDepth().orElse(Integer.MAX_VALUE)) {
        stopped = Limit.DEPTH;
        return;
      }
      frontier = advance(frontier);
    }
  }

  /** Stores the initial states. */
  Level start() {
    graph.initialStates(piece(0).candidates::add);
    insert(1);
    Level initial = Level.after(Level.before(store));
    found(initial);
    return initial;
  }

  /** Expands a level; the result is the next one, cut short if a limit was reached. */
  Level advance(Level level) {
    for (long from = 0; from < level.size() && stopped == null; from += BLOCK) {
      expandBlock(level, from);
      stopped = limit();
    }
    history.expanded(fired());
    Level next = Level.after(level);
    if (next.size() > 0) {
      found(next);
    }
    if (releases && store.size() > RETAINED) {
      next.releaseEarlier();
    }
    return next;
  }

  private void found(Level level) {
    levels.add(level);
    history.found(level.size(), limits.seconds(), findings().goals());
  }

  private void expandBlock(Level level, long from) {
    int size = (int) Math.min(BLOCK, level.size() - from);
    int most = options.threads() == 1 ? 1 : PIECES_PER_THREAD * options.threads();
    int length = Math.max(LEAST_PIECE, (size + most - 1) / most);
    int count = (size + length - 1) / length;
    piece(count - 1);
    crew.forEach(
        count,
        p -> {
          int start = p * length;
          int end = Math.min(size, start + length);
          pieces.get(p).expand(level, from + start, end - start, graph.words());
        });
    insert(count);
  }

  /** Inserts the candidates of the first {@code count} pieces, and inspects what is new. */
  private void insert(int count) {
    crew.forEach(
        StateStore.SHARDS,
        shard -> {
          StateLog log = Level.log(store, shard);
          long known = log.size();
          try {
            for (int p = 0; p < count; p++) {
              pieces.get(p).candidates.moveTo(store, shard);
            }
          } finally {
            // Even if memory runs out in the middle, what is stored is counted.
            inspectors.get(shard).inspect(log, known);
          }
        });
  }

  private Piece piece(int number) {
    while (pieces.size() <= number) {
      pieces.add(new Piece(graph));
    }
    return pieces.get(number);
  }

  private @Nullable Limit limit() {
    long bytes = store.bytes();
    for (Piece piece : pieces) {
      bytes += piece.candidates.bytes();
    }
    long explored = store.size();
    options.progress().update(snapshot(explored, bytes));
    return limits.reached(explored, bytes).orElse(null);
  }

  private Progress.Snapshot snapshot(long explored, long bytes) {
    OptionalLong previous =
        depth() == 0 ? OptionalLong.empty() : OptionalLong.of(levels.get(depth() - 1).size());
    return new Progress.Snapshot(explored, depth(), levels.get(depth()).size(), previous, bytes);
  }

  private int depth() {
    return levels.size() - 1;
  }

  private long @Nullable [] violating() {
    return findings().violating();
  }

  private Inspector findings() {
    Inspector all = new Inspector(graph);
    inspectors.forEach(all::merge);
    return all;
  }

  private SearchResult result() {
    Inspector findings = findings();
    return graph.result(verdict(findings), store, findings, fired(), history, limits);
  }

  private long[] fired() {
    long[] fired = new long[graph.bodies().length];
    for (Piece piece : pieces) {
      for (int i = 0; i < fired.length; i++) {
        fired[i] += piece.expander.fired()[i];
      }
    }
    return fired;
  }

  private Verdict verdict(Inspector findings) {
    long[] violating = findings.violating();
    if (violating != null) {
      return new Verdict.Violated(
          graph.model().invariants().get(findings.firstFailure(violating)),
          violating,
          new Backtrack(graph, options, crew).path(levels, violating),
          !graph.isReduced());
    }
    Optional<Limit> limit = Optional.ofNullable(stopped);
    return limit.isPresent() ? new Verdict.Incomplete(limit.get()) : new Verdict.Holds();
  }
}
