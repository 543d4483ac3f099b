package org.quorate.store;

import org.jspecify.annotations.Nullable;

/**
 * A shard that stores the hashes themselves: exact for one-word states, whose hash is a bijection,
 * and a fingerprint set for all others.
 */
final class HashShard extends Shard {

  private final @Nullable StateLog log;
  private boolean hasZero;

  HashShard(int words, boolean keepsLog) {
    super(words);
    this.log = keepsLog ? new StateLog(words) : null;
  }

  @Override
  public boolean add(long[] source, int offset, long hash) {
    final long[] chunk = table.chunkOf(hash);
    int index = EntryTable.homeOf(hash);
    long entry;
    while ((entry = chunk[index]) != 0) {
      if (entry == hash) {
        return false;
      }
      index = EntryTable.next(index);
    }
    if (hash == 0) {
      return addZero(source, offset);
    }
    append(source, offset);
    table.fill(chunk, index, hash);
    return true;
  }

  /** The hash 0 marks empty slots, so it is kept aside. */
  private boolean addZero(long[] source, int offset) {
    if (hasZero) {
      return false;
    }
    append(source, offset);
    hasZero = true;
    return true;
  }

  private void append(long[] source, int offset) {
    StateLog states = log;
    if (states != null) {
      states.append(source, offset);
    }
  }

  @Override
  public @Nullable StateLog log() {
    return log;
  }

  @Override
  public long size() {
    return table.size() + (hasZero ? 1 : 0);
  }
}
