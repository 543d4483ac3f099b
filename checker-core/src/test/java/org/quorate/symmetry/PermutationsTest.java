package org.quorate.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.state.PermutationGroup;
import org.quorate.state.Scalarset;

class PermutationsTest {

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /** Classes and representatives spell out every permutation once, and no other. */
  @ParameterizedTest
  @MethodSource("seeds")
  void areTheElementsOfTheGroup(int seed) {
    RandomGroup expected = RandomGroup.of(1 + seed % 6, new Random(seed));
    PermutationGroup group = expected.toPermutationGroup();
    int size = expected.size();
    Scalarset set = new Scalarset("set", size, Scalarset.labels("m", 1, size), group);

    List<List<Integer>> images =
        Permutations.all(List.of(set)).stream().map(p -> Ints.asList(p.images().get(0))).toList();

    assertThat(images).containsExactlyInAnyOrderElementsOf(expected.elements());
    assertThat(images.get(0)).isEqualTo(group.cosets().get(0));
    assertThat(group.order()).isEqualTo(expected.elements().size());
    assertThat(group.isFull()).isEqualTo(group.equals(PermutationGroup.full(size)));
  }
}
