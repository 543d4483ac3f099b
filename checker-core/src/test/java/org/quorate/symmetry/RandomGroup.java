package org.quorate.symmetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.quorate.state.PermutationGroup;

/**
 * A group that a few random permutations generate, spelled out by multiplying until nothing new is
 * found.
 *
 * @param elements every permutation, the identity first; each gives the image of every member
 */
record RandomGroup(int size, Set<List<Integer>> elements) {

  /** The group that one, two or three permutations generate. */
  static RandomGroup of(int size, Random random) {
    List<List<Integer>> generators = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      generators.add(random.nextBoolean() ? exchange(size, random) : shuffled(size, random));
    }
    Set<List<Integer>> elements = new LinkedHashSet<>();
    List<List<Integer>> open = new ArrayList<>(List.of(identity(size)));
    while (!open.isEmpty()) {
      List<Integer> next = open.remove(open.size() - 1);
      if (elements.add(next)) {
        generators.forEach(g -> open.add(next.stream().map(g::get).toList()));
      }
    }
    return new RandomGroup(size, elements);
  }

  private static List<Integer> identity(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static List<Integer> shuffled(int size, Random random) {
    List<Integer> image = new ArrayList<>(identity(size));
    Collections.shuffle(image, random);
    return image;
  }

  /** Two members, which may be far apart, change places. */
  private static List<Integer> exchange(int size, Random random) {
    List<Integer> image = new ArrayList<>(identity(size));
    Collections.swap(image, random.nextInt(size), random.nextInt(size));
    return image;
  }

  /** The same group, by classes and representatives. */
  PermutationGroup toPermutationGroup() {
    List<Integer> classOf =
        IntStream.range(0, size)
            .mapToObj(m -> IntStream.rangeClosed(0, m).filter(f -> exchanges(f, m)).findFirst())
            .map(first -> first.orElseThrow())
            .toList();
    List<List<Integer>> classes =
        classOf.stream()
            .distinct()
            .map(c -> IntStream.range(0, size).filter(m -> classOf.get(m).equals(c)).boxed())
            .map(members -> members.toList())
            .toList();
    Map<List<Integer>, List<Integer>> cosets = new LinkedHashMap<>();
    elements.forEach(g -> cosets.putIfAbsent(g.stream().map(classOf::get).toList(), g));
    return new PermutationGroup(classes, List.copyOf(cosets.values()));
  }

  /** Whether the two can change places, with the others where they are. */
  private boolean exchanges(int i, int j) {
    List<Integer> image = new ArrayList<>(identity(size));
    Collections.swap(image, i, j);
    return elements.contains(image);
  }
}
