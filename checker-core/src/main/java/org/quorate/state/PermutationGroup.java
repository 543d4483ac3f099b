package org.quorate.state;

import com.google.common.math.LongMath;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which permutations of some members leave everything as it is: all permutations within classes,
 * each after one of some representatives. (The permutations within classes are a Young subgroup;
 * the representatives are one of each of its right cosets.)
 *
 * @param classes the members, divided into those that may be exchanged one for another; each class
 *     in ascending order
 * @param cosets the representatives; each gives the image of every member; the identity first
 */
public record PermutationGroup(List<List<Integer>> classes, List<List<Integer>> cosets) {

  /**
   * @throws IllegalArgumentException if the classes do not divide the members 0 to size−1, or a
   *     representative is no permutation of them, or the first is not the identity
   */
  public PermutationGroup {
    classes = classes.stream().map(List::copyOf).toList();
    cosets = cosets.stream().map(List::copyOf).toList();
    List<Integer> members = classes.stream().flatMap(List::stream).sorted().toList();
    List<Integer> all = IntStream.range(0, members.size()).boxed().toList();
    boolean permutations =
        cosets.stream().allMatch(image -> image.stream().sorted().toList().equals(all));
    if (!members.equals(all) || !permutations || !cosets.get(0).equals(all)) {
      throw new IllegalArgumentException("no permutations of 0 to " + (members.size() - 1));
    }
  }

  /** Every permutation of so many members. */
  public static PermutationGroup full(int size) {
    List<Integer> all = IntStream.range(0, size).boxed().toList();
    return new PermutationGroup(List.of(all), List.of(all));
  }

  /** The number of members. */
  public int size() {
    return cosets.get(0).size();
  }

  /** The number of permutations. */
  public long order() {
    long order = cosets.size();
    for (List<Integer> members : classes) {
      order = LongMath.saturatedMultiply(order, LongMath.factorial(members.size()));
    }
    return order;
  }

  /** Whether these are all permutations of the members. */
  public boolean isFull() {
    return order() == LongMath.factorial(size());
  }
}
