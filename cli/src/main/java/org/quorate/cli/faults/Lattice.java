package org.quorate.cli.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.quorate.model.Option.Fault;
import org.quorate.model.Option.FaultSet;

/**
 * The sets of faults within a largest one, ordered by inclusion. A set is a list of counts, one for
 * each kind of fault.
 *
 * @param possible the kinds of faults
 * @param sets those that a model can have, the largest first
 */
record Lattice(FaultSet possible, List<List<Integer>> sets) {

  /** More sets would take hours, and nobody would read the answer. */
  static final int MOST_SETS = 10_000;

  /**
   * The lattice below a set of faults.
   *
   * @param most how many of each kind at most; none of those that are not there
   * @param isPossible whether a model can have a set; some faults exclude or need others
   * @throws IllegalArgumentException if there are too many
   */
  static Lattice below(
      FaultSet possible, Map<String, Integer> most, Predicate<Map<String, Integer>> isPossible) {
    List<List<Integer>> sets = new ArrayList<>(List.of(List.of()));
    for (Fault fault : possible.faults()) {
      int count = most.getOrDefault(fault.name(), 0);
      if ((count + 1L) * sets.size() > MOST_SETS) {
        throw new IllegalArgumentException(
            "%s has more than %,d subsets; name fewer faults"
                .formatted(possible.text(most), MOST_SETS));
      }
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> set : sets) {
        for (int i = 0; i <= count; i++) {
          List<Integer> more = new ArrayList<>(set);
          more.add(i);
          longer.add(List.copyOf(more));
        }
      }
      sets = longer;
    }
    return new Lattice(
        possible,
        sets.stream()
            .filter(set -> isPossible.test(faults(possible, set)))
            .sorted(Comparator.comparing((List<Integer> set) -> -size(set)))
            .toList());
  }

  private static int size(List<Integer> set) {
    return set.stream().mapToInt(i -> i).sum();
  }

  /** A set as settings take it: how many of each kind, in the order of the kinds. */
  Map<String, Integer> faults(List<Integer> set) {
    return faults(possible, set);
  }

  private static Map<String, Integer> faults(FaultSet possible, List<Integer> set) {
    Map<String, Integer> faults = new LinkedHashMap<>();
    for (int i = 0; i < set.size(); i++) {
      if (set.get(i) > 0) {
        faults.put(possible.faults().get(i).name(), set.get(i));
      }
    }
    return faults;
  }

  /** Whether every fault of a set is in another one. */
  static boolean isWithin(List<Integer> smaller, List<Integer> larger) {
    for (int i = 0; i < smaller.size(); i++) {
      if (smaller.get(i) > larger.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The sets with one fault less. */
  List<List<Integer>> below(List<Integer> set) {
    return sets.stream()
        .filter(other -> size(other) == size(set) - 1 && isWithin(other, set))
        .toList();
  }

  /** The smallest set. */
  List<Integer> bottom() {
    return sets.get(sets.size() - 1);
  }
}
