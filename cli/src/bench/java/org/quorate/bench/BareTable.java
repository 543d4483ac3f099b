package org.quorate.bench;

import java.util.Locale;
import java.util.SplittableRandom;
import org.quorate.store.Hash;

/**
 * The physical limit of a set of states in memory: one {@code long[]} of the final size, linear
 * probing, inserts in batches whose cache misses overlap, and nothing else. It cannot grow, keeps
 * no order, knows one thread and one-word states only, and takes a key with the hash 0 for known.
 */
public final class BareTable {

  /** As full as a {@link org.quorate.store.StateStore} is on average. */
  private static final double LOAD = 0.58;

  /** Keys whose slots are touched before the first of them is looked up. */
  private static final int TOUCHED = 256;

  private static final int BLOCK = 1 << 16;

  private final long[] slots;

  /** Keeps the compiler from dropping the touches. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  /** An empty table for so many states. */
  public BareTable(int states) {
    slots = new long[(int) Math.max(TOUCHED, states / LOAD)];
  }

  /** Adds the first {@code count} hashes of an array; the result is how many were new. */
  public int addAll(long[] hashes, int count) {
    final long[] table = slots;
    int added = 0;
    for (int from = 0; from < count; from += TOUCHED) {
      final int to = Math.min(count, from + TOUCHED);
      long sum = 0;
      for (int i = from; i < to; i++) {
        sum += table[home(hashes[i], table.length)];
      }
      touched += sum;
      for (int i = from; i < to; i++) {
        final long hash = hashes[i];
        int slot = home(hash, table.length);
        long entry;
        while ((entry = table[slot]) != 0 && entry != hash) {
          slot = slot + 1 == table.length ? 0 : slot + 1;
        }
        if (entry == 0) {
          table[slot] = hash;
          added++;
        }
      }
    }
    return added;
  }

  /** The upper half of the hash, scaled to a table of any length. */
  private static int home(long hash, int length) {
    return (int) (((hash >>> 32) * length) >>> 32);
  }

  /**
   * Prints how many million keys per second one thread inserts into a table that is of the right
   * size for the distinct ones. The keys are random; making them is not measured.
   *
   * @param args the number of keys, and how many of them are distinct
   */
  public static void main(String[] args) {
    long keys = Long.parseLong(args[0]);
    int distinct = Integer.parseInt(args[1]);
    for (int i = 0; i < 10; i++) {
      nanoseconds(1 << 20, 1 << 18); // warms up
    }
    System.out.printf(Locale.ROOT, "%.3f%n", keys * 1e3 / nanoseconds(keys, distinct));
  }

  private static long nanoseconds(long keys, int distinct) {
    BareTable table = new BareTable(distinct);
    SplittableRandom random = new SplittableRandom(1);
    long[] hashes = new long[BLOCK];
    long nanoseconds = 0;
    long known = 0;
    long added = 0;
    for (long from = 0; from < keys; from += BLOCK) {
      int count = (int) Math.min(BLOCK, keys - from);
      for (int i = 0; i < count; i++) {
        // New keys come evenly among repetitions of those before.
        boolean isNew = known < Math.ceil((from + i + 1) * (double) distinct / keys);
        hashes[i] = isNew ? known++ : random.nextLong(known);
      }
      for (int i = 0; i < count; i++) {
        hashes[i] = Hash.of(hashes, i, 1);
      }
      long start = System.nanoTime();
      added += table.addAll(hashes, count);
      nanoseconds += System.nanoTime() - start;
    }
    if (added != distinct) {
      throw new AssertionError("%d keys are new, not %d".formatted(added, distinct));
    }
    return nanoseconds;
  }
}
