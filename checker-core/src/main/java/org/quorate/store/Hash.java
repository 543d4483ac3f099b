package org.quorate.store;

/**
 * A 64-bit hash of the words of a state. For one word it is a bijection, so that different states
 * have different hashes; for more words each step is a bijection of the hash so far, and two states
 * collide with the probability of two random numbers.
 *
 * <p>The mixing step is the finaliser of SplitMix64 (Steele, Lea and Flood, <i>Fast Splittable
 * Pseudorandom Number Generators</i>, 2014; constants by Stafford's variant 13).
 */
public final class Hash {

  /** Odd, so that the all-zero state does not hash to 0, the mark of an empty slot. */
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Hash() {}

  /** The hash of the {@code words} words at {@code state[offset…]}. */
  public static long of(long[] state, int offset, int words) {
    long h = mix(SEED ^ state[offset]);
    return words == 1 ? h : ofRest(h, state, offset, words);
  }

  private static long ofRest(long first, long[] state, int offset, int words) {
    long h = first;
    for (int i = 1; i < words; i++) {
      h = mix(h ^ state[offset + i]);
    }
    return h;
  }

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
