package org.quorate.symmetry;

import com.google.common.collect.Collections2;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.state.Scalarset;

/**
 * A renaming of the members of several scalarsets at once.
 *
 * @param images for each scalarset, where each member goes
 */
record Permutations(List<Scalarset> sets, List<int[]> images) {

  /** Every way to rename the members of the given scalarsets, the identity first. */
  static List<Permutations> all(List<Scalarset> sets) {
    List<Permutations> all = List.of(new Permutations(List.of(), List.of()));
    for (Scalarset set : sets) {
      all = all.stream().flatMap(shorter -> shorter.withEach(set, ofMembers(set))).toList();
    }
    return all;
  }

  /** Each of these ways with each representative of the cosets of another scalarset's group. */
  static List<Permutations> withCosets(List<Permutations> ways, Scalarset set) {
    List<int[]> cosets = set.group().cosets().stream().map(Ints::toArray).toList();
    return ways.stream().flatMap(way -> way.withEach(set, cosets)).toList();
  }

  /** Every permutation of the group: those within classes, after each representative. */
  private static List<int[]> ofMembers(Scalarset set) {
    List<int[]> images = set.group().cosets().stream().map(Ints::toArray).toList();
    for (List<Integer> members : set.group().classes()) {
      images = images.stream().flatMap(image -> permuted(image, members)).toList();
    }
    return images;
  }

  /** The image followed by each permutation of some members. */
  private static Stream<int[]> permuted(int[] image, List<Integer> members) {
    return Collections2.orderedPermutations(members).stream()
        .map(
            permutation ->
                Arrays.stream(image)
                    .map(m -> members.contains(m) ? permutation.get(members.indexOf(m)) : m)
                    .toArray());
  }

  private Stream<Permutations> withEach(Scalarset set, List<int[]> setImages) {
    return setImages.stream().map(image -> with(set, image));
  }

  private Permutations with(Scalarset set, int[] image) {
    List<Scalarset> moreSets = new ArrayList<>(sets);
    List<int[]> moreImages = new ArrayList<>(images);
    moreSets.add(set);
    moreImages.add(image);
    return new Permutations(moreSets, moreImages);
  }
}
