package org.quorate.quorum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The renamings of processes that take every quorum of some systems to a quorum of the same system.
 * They form a group: every permutation within the classes, after one of the representatives.
 *
 * @param classes the processes, divided into those that may be exchanged one for another; each in
 *     ascending order
 * @param cosets for each coset of the permutations within classes one representative, which keeps
 *     the order within each class; the image of each process. The identity comes first
 */
public record Automorphisms(List<List<Integer>> classes, List<List<Integer>> cosets) {

  /** More cosets than this are of no use to a search; then the classes alone are taken. */
  private static final int MOST_COSETS = 10_000;

  private static final int MOST_TRIES = 100_000;

  /**
   * The group of some systems over the same processes.
   *
   * @throws IllegalArgumentException if a system has more than 5,000 minimal quorums
   */
  public static Automorphisms of(List<? extends QuorumSystem> systems) {
    int n = systems.get(0).processes();
    if (systems.stream().allMatch(s -> s.quorumSize().isPresent())) {
      List<Integer> all = IntStream.range(0, n).boxed().toList();
      return new Automorphisms(List.of(all), List.of(all));
    }
    List<long[]> families = systems.stream().map(Automorphisms::quorums).toList();
    List<List<Integer>> classes = classes(families, n);
    List<List<Integer>> cosets = new Search(families, classes, n).cosets();
    return new Automorphisms(classes, cosets);
  }

  private static long[] quorums(QuorumSystem system) {
    return MinimalQuorums.of(system)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the system has more than %,d minimal quorums".formatted(MinimalQuorums.MOST)));
  }

  private static List<List<Integer>> classes(List<long[]> families, int n) {
    List<List<Integer>> classes = new ArrayList<>();
    for (int p = 0; p < n; p++) {
      int process = p;
      classes.stream()
          .filter(c -> areExchangeable(families, c.get(0), process))
          .findFirst()
          .orElseGet(
              () -> {
                classes.add(new ArrayList<>());
                return classes.get(classes.size() - 1);
              })
          .add(process);
    }
    return classes.stream().map(List::copyOf).toList();
  }

  private static boolean areExchangeable(List<long[]> families, int i, int j) {
    return families.stream()
        .allMatch(
            family ->
                Arrays.equals(
                    Arrays.stream(family).map(q -> exchanged(q, i, j)).sorted().toArray(), family));
  }

  private static long exchanged(long set, int i, int j) {
    long differs = (set >>> i ^ set >>> j) & 1;
    return set ^ (differs << i | differs << j);
  }

  /** Tries to map each class to one of its size, as long as the parts of quorums so far match. */
  private static final class Search {

    private final List<long[]> families;
    private final List<List<Integer>> classes;
    private final int[] image;
    private final List<List<Integer>> found = new ArrayList<>();
    private int tries;

    Search(List<long[]> families, List<List<Integer>> classes, int n) {
      this.families = families;
      this.classes = classes;
      this.image = new int[n];
    }

    List<List<Integer>> cosets() {
      boolean complete = extend(0, 0, 0);
      return complete
          ? List.copyOf(found)
          : List.of(IntStream.range(0, image.length).boxed().toList());
    }

    /**
     * Maps the classes from {@code next} on.
     *
     * @param mapped the processes that are mapped
     * @param used the processes that they are mapped to
     * @return false if there are too many ways
     */
    private boolean extend(int next, long mapped, long used) {
      if (++tries > MOST_TRIES || found.size() > MOST_COSETS) {
        return false;
      }
      if (next == classes.size()) {
        found.add(IntStream.of(image).boxed().toList());
        return true;
      }
      List<Integer> from = classes.get(next);
      for (List<Integer> to : classes) {
        if (to.size() == from.size() && (used >>> to.get(0) & 1) == 0) {
          for (int i = 0; i < from.size(); i++) {
            image[from.get(i)] = to.get(i);
          }
          long nowMapped = mapped | mask(from);
          long nowUsed = used | mask(to);
          if (matches(nowMapped, nowUsed) && !extend(next + 1, nowMapped, nowUsed)) {
            return false;
          }
        }
      }
      return true;
    }

    private static long mask(List<Integer> processes) {
      return processes.stream().mapToLong(p -> 1L << p).sum();
    }

    /** Whether the parts of quorums among the mapped processes go to those among the images. */
    private boolean matches(long mapped, long used) {
      for (long[] family : families) {
        Map<Long, Integer> parts = new HashMap<>();
        for (long quorum : family) {
          parts.merge(quorum & used, 1, Integer::sum);
        }
        for (long quorum : family) {
          if (parts.merge(image(quorum & mapped), -1, Integer::sum) < 0) {
            return false;
          }
        }
      }
      return true;
    }

    private long image(long set) {
      long result = 0;
      for (long rest = set; rest != 0; rest &= rest - 1) {
        result |= 1L << image[Long.numberOfTrailingZeros(rest)];
      }
      return result;
    }
  }
}
