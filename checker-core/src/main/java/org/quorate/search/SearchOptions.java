package org.quorate.search;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.quorate.symmetry.Symmetry;

/**
 * How to search, and when to give up.
 *
 * @param strategy in which order to visit states
 * @param threads how many threads expand and insert; depth-first search has one
 * @param symmetry which states count as the same
 * @param reduces whether steps that others cover are left out, as {@link
 *     org.quorate.model.Action.Reduction} says; counts are then those of what is left
 * @param store how visited states are remembered
 * @param maxStates stop when at least so many states are stored
 * @param maxDepth expand no state that is this many steps from the initial ones; breadth-first only
 * @param timeout stop after this time
 * @param maxBytes stop when the store and the frontier take at least so many bytes
 * @param cancelled asked often; true stops the search
 * @param progress told how far the search has come
 */
public record SearchOptions(
    Strategy strategy,
    int threads,
    Symmetry symmetry,
    boolean reduces,
    StoreKind store,
    OptionalLong maxStates,
    OptionalInt maxDepth,
    Optional<Duration> timeout,
    OptionalLong maxBytes,
    BooleanSupplier cancelled,
    Progress progress) {

  /** The order in which states are visited. */
  public enum Strategy {
    /** Level by level: counterexamples are shortest, and the depth of the graph is known. */
    BFS,
    /** Along one path after another: no frontier, one thread, counterexamples of any length. */
    DFS
  }

  /** How visited states are remembered. */
  public enum StoreKind {
    /** No state is ever taken for another. */
    EXACT,
    /** A 64-bit fingerprint of each state: less memory for states of several words. */
    FINGERPRINT
  }

  /**
   * @throws IllegalArgumentException if a number is out of range, or options contradict each other
   */
  public SearchOptions {
    require(threads >= 1 && threads <= 1024, "threads must be between 1 and 1024, not " + threads);
    require(maxStates.orElse(1) >= 1, "max-states must be at least 1, not " + maxStates.orElse(1));
    require(maxDepth.orElse(0) >= 0, "max-depth must not be negative: " + maxDepth.orElse(0));
    require(maxBytes.orElse(1) >= 1, "memory must be at least 1 byte, not " + maxBytes.orElse(1));
    timeout.ifPresent(t -> require(!t.isNegative(), "timeout must not be negative: " + t));
    if (strategy == Strategy.DFS) {
      require(threads == 1, "depth-first search uses one thread; leave out threads, or use bfs");
      require(
          maxDepth.isEmpty(),
          "max-depth needs breadth-first search: depth-first search would miss states that it first"
              + " meets on a long path");
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The same search without limits, and without anybody to watch it. */
  SearchOptions withoutLimits() {
    return withLimits(
            OptionalLong.empty(), OptionalInt.empty(), Optional.empty(), OptionalLong.empty())
        .watchedBy(Progress.NONE, () -> false);
  }

  /** These options with another symmetry. */
  public SearchOptions withSymmetry(Symmetry other) {
    return new SearchOptions(
        strategy, threads, other, reduces, store, maxStates, maxDepth, timeout, maxBytes, cancelled,
        progress);
  }

  /** These options with a search that leaves out what other steps cover, or one that does not. */
  public SearchOptions withReduction(boolean wanted) {
    return new SearchOptions(
        strategy, threads, symmetry, wanted, store, maxStates, maxDepth, timeout, maxBytes,
        cancelled, progress);
  }

  /** These options with another strategy and number of threads. */
  public SearchOptions withStrategy(Strategy other, int otherThreads) {
    return new SearchOptions(
        other,
        otherThreads,
        symmetry,
        reduces,
        store,
        maxStates,
        maxDepth,
        timeout,
        maxBytes,
        cancelled,
        progress);
  }

  /** These options with another store. */
  public SearchOptions withStore(StoreKind other) {
    return new SearchOptions(
        strategy, threads, symmetry, reduces, other, maxStates, maxDepth, timeout, maxBytes,
        cancelled, progress);
  }

  /** These options with an end when at least so many states are stored. */
  public SearchOptions withMaxStates(long states) {
    return withLimits(OptionalLong.of(states), maxDepth, timeout, maxBytes);
  }

  /** These options with an end so many steps away from the initial states; breadth-first only. */
  public SearchOptions withMaxDepth(int depth) {
    return withLimits(maxStates, OptionalInt.of(depth), timeout, maxBytes);
  }

  /** These options with an end after some time. */
  public SearchOptions withTimeout(Duration time) {
    return withLimits(maxStates, maxDepth, Optional.of(time), maxBytes);
  }

  /** These options with an end when the store and the frontier take at least so many bytes. */
  public SearchOptions withMemory(long bytes) {
    return withLimits(maxStates, maxDepth, timeout, OptionalLong.of(bytes));
  }

  private SearchOptions withLimits(
      OptionalLong states, OptionalInt depth, Optional<Duration> time, OptionalLong bytes) {
    return new SearchOptions(
        strategy, threads, symmetry, reduces, store, states, depth, time, bytes, cancelled,
        progress);
  }

  /** These options with somebody who watches the search and may stop it. */
  public SearchOptions watchedBy(Progress watcher, BooleanSupplier stop) {
    return new SearchOptions(
        strategy, threads, symmetry, reduces, store, maxStates, maxDepth, timeout, maxBytes, stop,
        watcher);
  }

  /** Breadth-first, exact, without limits, on all cores. */
  public static SearchOptions defaults(Symmetry symmetry) {
    return new SearchOptions(
        Strategy.BFS,
        Runtime.getRuntime().availableProcessors(),
        symmetry,
        true,
        StoreKind.EXACT,
        OptionalLong.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        () -> false,
        Progress.NONE);
  }
}
