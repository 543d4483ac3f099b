package org.quorate.store;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The set of states that a search has found, in {@value #SHARDS} shards.
 *
 * <p>Shards get unequal shares of the hashes, the largest twice the smallest, evenly spaced on a
 * logarithmic scale. All chunks of one shard fill up at about the same time; so the shards grow one
 * after the other, and the store as a whole is always about 58 % full: 14 bytes of table a state,
 * and the state itself in the log.
 */
public final class StateStore {

  /** The number of shards. */
  public static final int SHARDS = 64;

  /** The shard for each value of ten middle bits of the hash, which the tables do not use. */
  private static final byte[] SHARD_OF = shares(1 << 10);

  private static final int SHARE_SHIFT = 34;

  private final Shard[] shards;
  private final int words;
  private final boolean exact;

  private StateStore(int words, boolean exact, Supplier<Shard> shard) {
    this.words = words;
    this.exact = exact;
    this.shards = Stream.generate(shard).limit(SHARDS).toArray(Shard[]::new);
  }

  private static byte[] shares(int cells) {
    double total = 0;
    for (int s = 0; s < SHARDS; s++) {
      total += Math.pow(2, s / (double) SHARDS);
    }
    byte[] shardOf = new byte[cells];
    double share = 0;
    int from = 0;
    for (int s = 0; s < SHARDS; s++) {
      share += Math.pow(2, s / (double) SHARDS) / total;
      int to = s == SHARDS - 1 ? cells : (int) Math.round(share * cells);
      java.util.Arrays.fill(shardOf, from, to, (byte) s);
      from = to;
    }
    return shardOf;
  }

  /**
   * A store that never takes one state for another.
   *
   * @param words the number of words of a state
   * @param keepsLog whether the states can be read back in order
   */
  public static StateStore exact(int words, boolean keepsLog) {
    return words == 1
        ? new StateStore(words, true, () -> new HashShard(words, keepsLog))
        : new StateStore(words, true, () -> new LogShard(words));
  }

  /**
   * A store of 64-bit fingerprints: it may take a state for another with the same fingerprint, and
   * then misses what only that state leads to. For states of one word it is exact all the same.
   */
  public static StateStore fingerprint(int words, boolean keepsLog) {
    return new StateStore(words, words == 1, () -> new HashShard(words, keepsLog));
  }

  /** The number of the shard for states with this hash. */
  public static int shardOf(long hash) {
    return SHARD_OF[(int) (hash >>> SHARE_SHIFT) & SHARD_OF.length - 1];
  }

  /** A shard by number. */
  public Shard shard(int number) {
    return shards[number];
  }

  /** Adds a state if it is new; the answer is whether it was. */
  public boolean add(long[] state) {
    long hash = Hash.of(state, 0, words);
    return shards[shardOf(hash)].add(state, 0, hash);
  }

  /** Whether the set of states needs its log, so that nothing of it may be released. */
  public boolean needsLog() {
    return shards[0] instanceof LogShard;
  }

  /** Whether no state can be taken for another. */
  public boolean isExact() {
    return exact;
  }

  /** The number of states. */
  public long size() {
    long sum = 0;
    for (Shard shard : shards) {
      sum += shard.size();
    }
    return sum;
  }

  /** The memory that the store takes, in bytes. */
  public long bytes() {
    long sum = 0;
    for (Shard shard : shards) {
      sum += shard.bytes();
    }
    return sum;
  }

  /**
   * The probability that at least one of {@code states} states was taken for another, for random
   * 64-bit fingerprints: about n² / 2^65.
   */
  public static double collisionProbability(long states) {
    return -Math.expm1(-(double) states * (states - 1) / Math.pow(2, 65));
  }
}
