package org.quorate.symmetry;

import com.google.common.collect.Collections2;
import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.state.Domain;
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

  /** One of all ways, each with the same probability. */
  static Permutations random(List<Scalarset> sets, Random random) {
    return new Permutations(sets, sets.stream().map(set -> ofMembers(set, random)).toList());
  }

  private static int[] ofMembers(Scalarset set, Random random) {
    List<List<Integer>> cosets = set.group().cosets();
    int[] image = Ints.toArray(cosets.get(random.nextInt(cosets.size())));
    for (List<Integer> members : set.group().classes()) {
      List<Integer> shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, random);
      image = permuted(image, members, shuffled);
    }
    return image;
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
        .map(permutation -> permuted(image, members, permutation));
  }

  private static int[] permuted(int[] image, List<Integer> members, List<Integer> permutation) {
    return Arrays.stream(image)
        .map(m -> members.contains(m) ? permutation.get(members.indexOf(m)) : m)
        .toArray();
  }

  /** Where an element of a domain goes. */
  int image(Domain domain, int element) {
    int renamed = element;
    for (int i = 0; i < sets.size(); i++) {
      renamed = domain.rename(sets.get(i), images.get(i), renamed);
    }
    return renamed;
  }

  /** Where each element of a domain goes, the first one first. */
  int[] images(Domain domain) {
    return IntStream.rangeClosed(domain.first(), domain.last())
        .map(element -> image(domain, element))
        .toArray();
  }

  /** Such as {@code acceptors a1→a2, a2→a1}; what stays is left out. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" and ");
    for (int i = 0; i < sets.size(); i++) {
      Scalarset set = sets.get(i);
      int[] image = images.get(i);
      String moved =
          IntStream.range(0, image.length)
              .filter(m -> image[m] != m)
              .mapToObj(m -> set.format(m) + "→" + set.format(image[m]))
              .collect(Collectors.joining(", "));
      if (!moved.isEmpty()) {
        text.add(set.name() + " " + moved);
      }
    }
    return text.toString();
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
