package org.quorate.models.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Breadth-first search as in the textbook, over states with {@code equals} and {@code hashCode}. It
 * shares nothing with the checker.
 *
 * @param <S> the states
 */
public final class NaiveSearch<S> {

  /** A step to a successor, by a named action. Different choices of its parameters count apart. */
  public record Step<S>(String action, S target) {}

  private final Set<S> states = new LinkedHashSet<>();
  private final List<Long> levels = new ArrayList<>();
  private final Map<String, Long> fired = new HashMap<>();

  private NaiveSearch() {}

  /** Visits every state. A step that changes nothing is not a step. */
  public static <S> NaiveSearch<S> of(
      Collection<S> initialStates, Function<S, List<Step<S>>> steps) {
    NaiveSearch<S> search = new NaiveSearch<>();
    Set<S> level = new LinkedHashSet<>(initialStates);
    while (!level.isEmpty()) {
      search.states.addAll(level);
      search.levels.add((long) level.size());
      level = search.expand(level, steps);
    }
    return search;
  }

  private Set<S> expand(Set<S> level, Function<S, List<Step<S>>> steps) {
    Set<S> next = new LinkedHashSet<>();
    for (S state : level) {
      for (Step<S> step : steps.apply(state)) {
        if (!step.target().equals(state)) {
          fired.merge(step.action(), 1L, Long::sum);
          if (!states.contains(step.target())) {
            next.add(step.target());
          }
        }
      }
    }
    return next;
  }

  /** The states, nearest first. */
  public Set<S> states() {
    return states;
  }

  /** How many states are 0, 1, 2, … steps away from an initial one. */
  public List<Long> levels() {
    return levels;
  }

  /** How often each action took place, if ever. */
  public Map<String, Long> fired() {
    return fired;
  }

  /** How many steps away the nearest state is that lacks a property, if there is one. */
  public OptionalInt depthOfFirstWithout(Predicate<S> property) {
    long number = 0;
    int depth = 0;
    long next = levels.get(0);
    for (S state : states) {
      if (number++ == next) {
        next += levels.get(++depth);
      }
      if (!property.test(state)) {
        return OptionalInt.of(depth);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The number of orbits of the states.
   *
   * @param images every image of a state under the group, itself included
   */
  public long orbits(Function<S, Collection<S>> images) {
    long orbits = 0;
    Set<S> left = new HashSet<>(states);
    for (S state : states) {
      if (left.contains(state)) {
        left.removeAll(images.apply(state));
        orbits++;
      }
    }
    return orbits;
  }
}
