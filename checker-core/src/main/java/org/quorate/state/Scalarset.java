package org.quorate.state;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Interchangeable identifiers 0..size−1, as in Murphi (Ip and Dill, <i>Better Verification Through
 * Symmetry</i>, 1996): a model may compare them and use them as indices, and nothing else.
 *
 * @param name what they are, such as {@code acceptors}; the name that {@code --symmetry} takes
 * @param size how many, from 1 to {@value #MAX_SIZE}
 * @param labels how each member is shown
 * @param group which of their permutations leave the model as it is; usually all
 */
public record Scalarset(String name, int size, List<String> labels, PermutationGroup group)
    implements Domain {

  /** 20! is the largest factorial that fits a long. */
  public static final int MAX_SIZE = 20;

  public Scalarset {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          name + ": a scalarset has 1 to " + MAX_SIZE + " members, not " + size);
    }
    labels = List.copyOf(labels);
    if (labels.size() != size) {
      throw new IllegalArgumentException(
          "%s: %d members and %d labels".formatted(name, size, labels.size()));
    }
    if (group.size() != size) {
      throw new IllegalArgumentException(
          "%s: %d members and permutations of %d".formatted(name, size, group.size()));
    }
  }

  /** Members of which each may take the place of each other. */
  public Scalarset(String name, int size, List<String> labels) {
    this(name, size, labels, PermutationGroup.full(size));
  }

  /**
   * Members that are shown as a letter and a number: {@code a1} is member 0 of prefix {@code a}.
   */
  public Scalarset(String name, int size, String prefix) {
    this(name, size, labels(prefix, 1, size));
  }

  /** The labels of {@code count} members, numbered from {@code first} on. */
  public static List<String> labels(String prefix, int first, int count) {
    return IntStream.range(first, first + count).mapToObj(i -> prefix + i).toList();
  }

  @Override
  public int first() {
    return 0;
  }

  @Override
  public String format(int element) {
    return labels.get(element);
  }

  @Override
  public Object value(int element) {
    return format(element);
  }

  @Override
  public boolean mentions(Scalarset set) {
    return equals(set);
  }

  @Override
  public int rename(Scalarset set, int[] image, int element) {
    return equals(set) ? image[element] : element;
  }
}
