package org.quorate.state;

/**
 * Interchangeable identifiers 0..size−1, as in Murphi (Ip and Dill, <i>Better Verification Through
 * Symmetry</i>, 1996): a model may compare them and use them as indices, and nothing else.
 *
 * @param name what they are, such as {@code acceptors}; the name that {@code --symmetry} takes
 * @param size how many, from 1 to {@value #MAX_SIZE}
 * @param prefix letter of their names: member 0 of prefix {@code a} is shown as {@code a1}
 */
public record Scalarset(String name, int size, String prefix) implements Domain {

  /** 20! is the largest factorial that fits a long. */
  public static final int MAX_SIZE = 20;

  public Scalarset {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          name + ": a scalarset has 1 to " + MAX_SIZE + " members, not " + size);
    }
  }

  @Override
  public int first() {
    return 0;
  }

  @Override
  public String format(int element) {
    return prefix + (element + 1);
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
