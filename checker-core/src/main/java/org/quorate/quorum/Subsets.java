package org.quorate.quorum;

import com.google.common.math.LongMath;
import java.util.stream.LongStream;

/** Sets of a given size. */
final class Subsets {

  private Subsets() {}

  /** The number of sets of {@code size} of {@code n} elements; at most {@link Long#MAX_VALUE}. */
  static long count(int n, int size) {
    return LongMath.binomial(n, size);
  }

  /**
   * The sets of {@code size} of the elements 0 to n−1, as bits, in ascending order; n is below 64.
   */
  static LongStream ofSize(int n, int size) {
    if (size == 0) {
      return LongStream.of(0);
    }
    long last = ((1L << size) - 1) << (n - size);
    return LongStream.iterate((1L << size) - 1, set -> set <= last && set > 0, Subsets::next);
  }

  /** The next larger number with as many bits (Gosper; HAKMEM, item 175). */
  private static long next(long set) {
    long lowest = set & -set;
    long ripple = set + lowest;
    return ripple | (((set ^ ripple) >>> 2) / lowest);
  }
}
