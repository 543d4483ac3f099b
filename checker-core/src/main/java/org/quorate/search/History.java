package org.quorate.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** What is worth remembering of each level of a breadth-first search. */
final class History {

  private static final int NEVER = -1;

  private final List<Long> sizes = new ArrayList<>();
  private final List<Double> seconds = new ArrayList<>();
  private final int[] firstSteps;
  private final int[] goalDepths;

  /** Nothing so far; for depth-first search it stays so. */
  History(Graph graph) {
    firstSteps = new int[graph.bodies().length];
    goalDepths = new int[graph.reached().length];
    Arrays.fill(firstSteps, NEVER);
    Arrays.fill(goalDepths, NEVER);
  }

  /**
   * The deepest level was expanded, in part or in full.
   *
   * @param fired how often each action took place so far
   */
  void expanded(long[] fired) {
    for (int i = 0; i < fired.length; i++) {
      if (fired[i] > 0 && firstSteps[i] == NEVER) {
        firstSteps[i] = sizes.size();
      }
    }
  }

  /**
   * A level was found.
   *
   * @param size its states
   * @param time that the search took so far, in seconds
   * @param goals which were reached so far
   */
  void found(long size, double time, boolean[] goals) {
    for (int i = 0; i < goals.length; i++) {
      if (goals[i] && goalDepths[i] == NEVER) {
        goalDepths[i] = sizes.size();
      }
    }
    sizes.add(size);
    seconds.add(time);
  }

  /** The states of each level. */
  List<Long> sizes() {
    return List.copyOf(sizes);
  }

  /** After how many seconds each level was complete. */
  List<Double> seconds() {
    return List.copyOf(seconds);
  }

  /** The number of the step, from 1, in which an action fires at the earliest. */
  OptionalInt firstStep(int action) {
    return known(firstSteps[action]);
  }

  /** Steps to the nearest state that reaches a goal. */
  OptionalInt goalDepth(int goal) {
    return known(goalDepths[goal]);
  }

  private static OptionalInt known(int number) {
    return number == NEVER ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
