package org.quorate.symmetry;

/**
 * Maps each state to the representative of its orbit: the smallest state, as unsigned words with
 * the first word first, that renaming scalarset members can make of it. Objects hold scratch
 * memory, so each thread has its own.
 */
public interface Canonicaliser {

  /** Replaces a state by its representative. */
  void canonicalise(long[] state);

  /** The exact number of states in the orbit of a representative. */
  long orbitSize(long[] representative);
}
