package org.quorate.state;

import java.util.Arrays;

/**
 * Copies and compares the words of states. Most states have one word: the first word is handled on
 * its own, and in a program that only meets such states the just-in-time compiler leaves the rest
 * out, instead of setting up a loop for a single turn.
 */
public final class Words {

  private Words() {}

  /** Copies {@code count} words, at least one. */
  public static void copy(long[] from, int fromOffset, long[] to, int toOffset, int count) {
    to[toOffset] = from[fromOffset];
    if (count > 1) {
      System.arraycopy(from, fromOffset + 1, to, toOffset + 1, count - 1);
    }
  }

  /** Whether {@code count} words, at least one, are the same. */
  public static boolean equal(long[] a, int aOffset, long[] b, int bOffset, int count) {
    return a[aOffset] == b[bOffset]
        && (count == 1
            || Arrays.equals(a, aOffset + 1, aOffset + count, b, bOffset + 1, bOffset + count));
  }

  /** Whether {@code a} is less than {@code b}, an array of the same length, as unsigned words. */
  public static boolean less(long[] a, long[] b) {
    return a[0] != b[0]
        ? Long.compareUnsigned(a[0], b[0]) < 0
        : a.length > 1 && Arrays.compareUnsigned(a, b) < 0;
  }
}
