package org.quorate.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Collections2;
import com.google.common.math.LongMath;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quorate.quorum.Composite.Lines;

class AutomorphismsTest {

  private static final List<String> NINE =
      IntStream.rangeClosed(1, 9).mapToObj(i -> "p" + i).toList();

  /** Every permutation that takes quorums to quorums, by trying all. */
  private static Set<List<Integer>> byTrying(List<? extends QuorumSystem> systems) {
    int n = systems.get(0).processes();
    Set<List<Integer>> found = new HashSet<>();
    for (List<Integer> image : Collections2.permutations(IntStream.range(0, n).boxed().toList())) {
      boolean keeps =
          systems.stream()
              .allMatch(
                  s ->
                      IntStream.range(0, 1 << n)
                          .allMatch(set -> s.isQuorum(set) == s.isQuorum(image(set, image))));
      if (keeps) {
        found.add(List.copyOf(image));
      }
    }
    return found;
  }

  private static long image(long set, List<Integer> image) {
    long result = 0;
    for (int p = 0; p < image.size(); p++) {
      result |= (set >>> p & 1) << image.get(p);
    }
    return result;
  }

  /** Every permutation within the classes after every representative. */
  private static Set<List<Integer>> spelledOut(Automorphisms group) {
    Set<List<Integer>> found = new HashSet<>();
    for (List<Integer> coset : group.cosets()) {
      spellOut(group.classes(), 0, Ints.toArray(coset), found);
    }
    return found;
  }

  private static void spellOut(
      List<List<Integer>> classes, int next, int[] image, Set<List<Integer>> found) {
    if (next == classes.size()) {
      found.add(IntStream.of(image).boxed().toList());
      return;
    }
    List<Integer> members = classes.get(next);
    for (List<Integer> permuted : Collections2.permutations(members)) {
      int[] further = image.clone();
      for (int p = 0; p < image.length; p++) {
        int position = members.indexOf(image[p]);
        further[p] = position < 0 ? image[p] : permuted.get(position);
      }
      spellOut(classes, next + 1, further, found);
    }
  }

  private static long order(Automorphisms group) {
    return group.cosets().size()
        * group.classes().stream()
            .mapToLong(c -> LongMath.factorial(c.size()))
            .reduce(1, (a, b) -> a * b);
  }

  @Test
  void areThePermutationsThatTryingAllFinds() {
    for (int seed = 0; seed < 60; seed++) {
      RandomSystems random = new RandomSystems(seed, 3 + seed % 4);
      List<Composite> systems = List.of(random.next(), random.next());
      for (List<Composite> some : List.of(systems, systems.subList(0, 1))) {
        Automorphisms group = Automorphisms.of(some);
        assertThat(spelledOut(group)).as("%s", some).isEqualTo(byTrying(some));
        assertThat(order(group)).isEqualTo(byTrying(some).size());
        assertThat(group.cosets().get(0))
            .isEqualTo(IntStream.range(0, some.get(0).processes()).boxed().toList());
      }
    }
  }

  @Test
  void aThresholdHasOneClass() {
    Automorphisms group = Automorphisms.of(List.of(new Threshold(7, 4)));
    assertThat(group.classes()).hasSize(1);
    assertThat(group.cosets()).hasSize(1);
  }

  @Test
  void rowsAgainstColumnsHaveTheGroupOfTheGrid() {
    Automorphisms group =
        Automorphisms.of(
            List.of(
                Composite.grid(NINE, 3, 3, Lines.ROWS), Composite.grid(NINE, 3, 3, Lines.COLUMNS)));
    assertThat(group.classes()).hasSize(9);
    assertThat(group.cosets()).hasSize(6 * 6);
  }

  @Test
  void groupsOfAGridOfRowsCanBeExchanged() {
    Automorphisms group = Automorphisms.of(List.of(Composite.grid(NINE, 3, 3, Lines.ROWS)));
    assertThat(group.classes()).hasSize(3);
    assertThat(group.cosets()).hasSize(6);
    assertThat(order(group)).isEqualTo(6 * 6 * 6 * 6);
  }

  @Test
  void aRingTurnsAndFlips() {
    List<ProcessSet> neighbours = new ArrayList<>();
    for (int p = 0; p < 6; p++) {
      neighbours.add(ProcessSet.of(1L << p | 1L << (p + 1) % 6));
    }
    Composite ring = Composite.sets(NINE.subList(0, 6), neighbours);
    assertThat(order(Automorphisms.of(List.of(ring)))).isEqualTo(12);
  }

  /** All of the first half, or all of the second, of 40. */
  private static Composite twoHalves() {
    List<String> forty = IntStream.range(0, 40).mapToObj(i -> "p" + i).toList();
    return Composite.grid(forty, 2, 20, Lines.ROWS);
  }

  @Test
  void systemsWithVeryManyQuorumsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Automorphisms.of(List.of(new Threshold(40, 20), twoHalves())))
        .withMessage("the system has more than 5,000 minimal quorums");
  }
}
