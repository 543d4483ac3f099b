package org.quorate.search;

/** Told of the state of a search several times a second, on the thread that runs it. */
@FunctionalInterface
public interface Progress {

  /** Does nothing. */
  Progress NONE = snapshot -> {};

  /**
   * How far a search has come.
   *
   * @param explored states stored so far
   * @param depth steps from the initial states; for depth-first search the length of the current
   *     path
   * @param frontier states that wait to be expanded
   * @param bytes memory that the search takes
   */
  record Snapshot(long explored, int depth, long frontier, long bytes) {}

  /** Called between two pieces of work; must return quickly. */
  void update(Snapshot snapshot);
}
