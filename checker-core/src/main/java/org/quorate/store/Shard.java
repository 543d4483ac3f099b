package org.quorate.store;

import org.jspecify.annotations.Nullable;

/**
 * The states whose hashes fall into one share of all hashes. One thread at a time may use a shard.
 *
 * <p>States arrive as candidates: groups of 1 + words longs, the hash and then the state.
 */
public abstract class Shard {

  /**
   * Candidates whose slots are touched before the first of them is looked up: the reads do not
   * depend on each other, so their cache misses overlap. 32 is more than a core keeps in flight.
   */
  private static final int TOUCHED = 256;

  final EntryTable table = new EntryTable();
  final int words;

  /** Keeps the compiler from dropping the touches. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  Shard(int words) {
    this.words = words;
  }

  /** Adds a state if it is new; the answer is whether it was. */
  public abstract boolean add(long[] source, int offset, long hash);

  /** The states of this shard in the order of their arrival, or null if the store keeps no log. */
  public abstract @Nullable StateLog log();

  /** The number of states in this shard. */
  public long size() {
    return table.size();
  }

  /** The memory that the shard takes, in bytes. */
  public long bytes() {
    StateLog log = log();
    return table.bytes() + (log == null ? 0 : log.bytes());
  }

  /** Adds the first {@code count} candidates of an array. */
  public final void addAll(long[] candidates, int count) {
    final int stride = 1 + words;
    final int end = count * stride;
    for (int from = 0; from < end; from += TOUCHED * stride) {
      final int to = Math.min(end, from + TOUCHED * stride);
      for (int i = from; i < to; i += stride) {
        touched += table.chunkOf(candidates[i])[EntryTable.homeOf(candidates[i])];
      }
      for (int i = from; i < to; i += stride) {
        add(candidates, i + 1, candidates[i]);
      }
    }
  }
}
