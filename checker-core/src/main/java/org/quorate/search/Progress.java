package org.quorate.search;

import java.util.OptionalLong;

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
   * @param frontier states of the level that is being expanded; for depth-first search those that
   *     were found and wait
   * @param previousFrontier states of the level before, where there is one: a frontier that grows
   *     or shrinks from level to level may yet turn round
   * @param bytes memory that the search takes
   */
  record Snapshot(
      long explored, int depth, long frontier, OptionalLong previousFrontier, long bytes) {}

  /** Called between two pieces of work; must return quickly. */
  void update(Snapshot snapshot);
}
