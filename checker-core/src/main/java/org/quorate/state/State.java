package org.quorate.state;

import java.util.Arrays;

/**
 * A state as guards and invariants see it: some 64-bit words, readable through the handles of a
 * {@link StateLayout} only. The object is a view that its owner refills; nobody may keep it.
 */
public class State {

  final long[] words;

  /** An all-zero state of the given number of words. */
  public State(int words) {
    this.words = new long[words];
  }

  /** A state that holds a copy of these words. */
  public static State of(long[] words) {
    State state = new State(words.length);
    state.load(words, 0);
    return state;
  }

  /** Makes this a view of the state that starts at {@code source[offset]}. */
  public final void load(long[] source, int offset) {
    Words.copy(source, offset, words, 0, words.length);
  }

  /** Copies the words of this state to {@code target[offset…]}. */
  public final void store(long[] target, int offset) {
    Words.copy(words, 0, target, offset, words.length);
  }

  /** A copy of the words. */
  public final long[] toWords() {
    return words.clone();
  }

  /** Whether two states of one layout have the same bits. */
  public final boolean sameAs(State other) {
    return Words.equal(words, 0, other.words, 0, words.length);
  }

  /** Orders states by their words as unsigned numbers, the first word first. */
  public static int compare(long[] a, long[] b) {
    return Arrays.compareUnsigned(a, b);
  }
}
