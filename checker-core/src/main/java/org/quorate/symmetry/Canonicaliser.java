package org.quorate.symmetry;

/**
 * Maps each state to the representative of its orbit: the smallest state, as unsigned words with
 * the first word first, that renaming scalarset members can make of it. Immutable; what changes is
 * in scratch memory, of which each thread has its own.
 */
public interface Canonicaliser {

  /**
   * Memory to work in.
   *
   * @param source as long as a state
   * @param image as long as a state
   * @param columns as long as sorting needs
   */
  record Scratch(long[] source, long[] image, long[] columns) {}

  /** Scratch memory for one thread. */
  Scratch newScratch();

  /** Replaces a state by its representative. */
  void canonicalise(long[] state, Scratch scratch);

  /** The exact number of states in the orbit of a representative. */
  long orbitSize(long[] representative, Scratch scratch);

  /** Replaces a state by its representative; for single states. */
  default void canonicalise(long[] state) {
    canonicalise(state, newScratch());
  }

  /** The exact number of states in the orbit of a representative; for single states. */
  default long orbitSize(long[] representative) {
    return orbitSize(representative, newScratch());
  }
}
