package org.quorate.search;

import org.quorate.store.StateLog;
import org.quorate.store.StateStore;

/**
 * The states that one level of a breadth-first search added to a store: a range of each shard's
 * log, numbered 0 to size−1 from the first shard to the last.
 */
final class Level {

  private final StateStore store;
  private final long[] starts = new long[StateStore.SHARDS];
  private final long[] numbers = new long[StateStore.SHARDS + 1];

  private Level(StateStore store) {
    this.store = store;
  }

  /** What the store has from the end of {@code previous} on; all of it if there is none before. */
  static Level after(Level previous) {
    Level level = new Level(previous.store);
    for (int s = 0; s < StateStore.SHARDS; s++) {
      level.starts[s] = previous.end(s);
      long count = log(level.store, s).size() - level.starts[s];
      level.numbers[s + 1] = level.numbers[s] + count;
    }
    return level;
  }

  /** The empty level before the initial states. */
  static Level before(StateStore store) {
    return new Level(store);
  }

  static StateLog log(StateStore store, int shard) {
    StateLog log = store.shard(shard).log();
    if (log == null) {
      throw new IllegalStateException("breadth-first search needs a store with a log");
    }
    return log;
  }

  private long end(int shard) {
    return starts[shard] + numbers[shard + 1] - numbers[shard];
  }

  long size() {
    return numbers[StateStore.SHARDS];
  }

  /** Copies {@code count} states from number {@code from} on to the start of {@code target}. */
  void read(long from, int count, int words, long[] target) {
    int shard = 0;
    while (numbers[shard + 1] <= from) {
      shard++;
    }
    StateLog log = log(store, shard);
    for (int i = 0; i < count; i++) {
      while (numbers[shard + 1] <= from + i) {
        shard++;
        log = log(store, shard);
      }
      log.read(starts[shard] + from + i - numbers[shard], target, i * words);
    }
  }

  /** Whether the store still holds the states of this level. */
  boolean isHeld() {
    for (int s = 0; s < StateStore.SHARDS; s++) {
      if (starts[s] < log(store, s).start() && numbers[s + 1] > numbers[s]) {
        return false;
      }
    }
    return true;
  }

  /** Lets the store forget the states before this level. */
  void releaseEarlier() {
    for (int s = 0; s < StateStore.SHARDS; s++) {
      log(store, s).release(starts[s]);
    }
  }
}
