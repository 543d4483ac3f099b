package org.quorate.store;

import java.util.Arrays;
import org.quorate.state.Words;

/**
 * States that wait to be added to a store, sorted by shard as they come. Inserting shard by shard
 * lets several threads insert without locks, in an order that does not depend on their number.
 */
public final class Candidates {

  private static final int INITIAL_STATES = 16;

  private final int words;
  private final long[][] cells = new long[StateStore.SHARDS][];
  private final int[] used = new int[StateStore.SHARDS];

  /** No candidates yet, for states of {@code words} words. */
  public Candidates(int words) {
    this.words = words;
    Arrays.fill(cells, new long[0]);
  }

  /** Adds the state at the start of an array. */
  public void add(long[] state) {
    final long hash = Hash.of(state, 0, words);
    final int shard = StateStore.shardOf(hash);
    final int at = used[shard];
    long[] target = cells[shard];
    if (at + words >= target.length) {
      target = grow(shard);
    }
    target[at] = hash;
    Words.copy(state, 0, target, at + 1, words);
    used[shard] = at + 1 + words;
  }

  private long[] grow(int shard) {
    int length = Math.max(INITIAL_STATES * (1 + words), 2 * cells[shard].length);
    cells[shard] = Arrays.copyOf(cells[shard], length);
    return cells[shard];
  }

  /** Adds the candidates of one shard to it, in the order in which they came, and forgets them. */
  public void moveTo(StateStore store, int shard) {
    store.shard(shard).addAll(cells[shard], used[shard] / (1 + words));
    used[shard] = 0;
  }

  /** The memory that the candidates take, in bytes. */
  public long bytes() {
    long sum = 0;
    for (long[] array : cells) {
      sum += (long) array.length * Long.BYTES;
    }
    return sum;
  }
}
