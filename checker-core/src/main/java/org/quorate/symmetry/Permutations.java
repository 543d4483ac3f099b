package org.quorate.symmetry;

import com.google.common.collect.Collections2;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
      List<Permutations> longer = new ArrayList<>();
      for (Permutations shorter : all) {
        for (int[] image : ofMembers(set)) {
          longer.add(shorter.with(set, image));
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<int[]> ofMembers(Scalarset set) {
    List<Integer> members = IntStream.range(0, set.size()).boxed().toList();
    return Collections2.orderedPermutations(members).stream().map(Ints::toArray).toList();
  }

  private Permutations with(Scalarset set, int[] image) {
    List<Scalarset> moreSets = new ArrayList<>(sets);
    List<int[]> moreImages = new ArrayList<>(images);
    moreSets.add(set);
    moreImages.add(image);
    return new Permutations(moreSets, moreImages);
  }
}
