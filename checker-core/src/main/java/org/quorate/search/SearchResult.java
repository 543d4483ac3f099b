package org.quorate.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a search found out. The counts cover every state that was stored, violating ones included,
 * and are the same for any number of threads.
 *
 * @param verdict whether the invariants hold
 * @param exact whether no state can have been taken for another
 * @param reduced whether steps were left out that others cover; then there are states that were not
 *     visited, counts are of those that were, and depths are along the steps that were taken
 * @param explored states stored, one for each orbit
 * @param represented the sum of the sizes of their orbits: states without symmetry
 * @param partition the two numbers for each class of the model's partition, if it has one
 * @param transitions steps taken from stored states
 * @param depth the number of steps to the farthest state; none for depth-first search
 * @param levels for breadth-first search, how many states are 0, 1, 2, … steps away
 * @param levelSeconds after how many seconds each level was complete
 * @param coverage what the search made use of
 * @param seconds the time that the search took
 * @param bytes the memory that the store and the frontier took at most
 */
public record SearchResult(
    Verdict verdict,
    boolean exact,
    boolean reduced,
    long explored,
    long represented,
    Map<String, Count> partition,
    long transitions,
    OptionalInt depth,
    List<Long> levels,
    List<Double> levelSeconds,
    Coverage coverage,
    double seconds,
    long bytes) {

  /**
   * How many states there are of a class.
   *
   * @param explored states stored, one for each orbit
   * @param represented the sum of the sizes of their orbits
   */
  public record Count(long explored, long represented) {}

  /** How often each action took place, in the model's order. */
  public Map<String, Long> fired() {
    Map<String, Long> fired = new LinkedHashMap<>();
    coverage.actions().forEach(a -> fired.put(a.name(), a.fired()));
    return fired;
  }

  /** Whether each goal was reached, in the model's order. */
  public Map<String, Boolean> goals() {
    Map<String, Boolean> goals = new LinkedHashMap<>();
    coverage.goals().forEach(g -> goals.put(g.name(), g.reached()));
    return goals;
  }
}
