package org.quorate.models.oracle;

import com.google.common.collect.Collections2;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All of something, for oracles that try everything. */
public final class Enumerate {

  private Enumerate() {}

  /** All sets of at least so many of the numbers 0 to n−1, each in ascending order. */
  public static Stream<List<Integer>> subsets(int n, int least) {
    return IntStream.range(0, 1 << n)
        .filter(set -> Integer.bitCount(set) >= least)
        .mapToObj(set -> IntStream.range(0, n).filter(i -> (set >> i & 1) == 1).boxed().toList());
  }

  /** All orders of the numbers 0 to n−1. */
  public static Collection<List<Integer>> permutations(int n) {
    return Collections2.permutations(IntStream.range(0, n).boxed().toList());
  }
}
