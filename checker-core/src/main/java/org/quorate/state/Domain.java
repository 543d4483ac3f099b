package org.quorate.state;

import org.jspecify.annotations.Nullable;

/**
 * A finite set of values that a variable may take or that may index an array. Elements are the
 * consecutive ints {@code first()} to {@code last()}; the first one is stored as zero bits and so
 * is the natural initial value.
 */
public sealed interface Domain permits Scalarset, Subrange, OrNone, Pair, Union {

  /** The element that stands for "nothing" in every {@link OrNone}. */
  int NONE = -1;

  /** Name in layouts, traces and error messages. */
  String name();

  /** Number of elements, at least 1. */
  int size();

  /** The smallest element; stored as zero. */
  int first();

  /** The largest element. */
  default int last() {
    return first() + size() - 1;
  }

  /** Bits that one element takes: 0 for a domain of one element. */
  default int bits() {
    return Integer.SIZE - Integer.numberOfLeadingZeros(size() - 1);
  }

  /** The element for people, such as {@code a1} or {@code 3}. */
  String format(int element);

  /** The element as a JSON-like value: an {@code Integer}, a {@code String}, or null for none. */
  @Nullable Object value(int element);

  /** Whether elements of {@code set} are elements of this domain or parts of them. */
  boolean mentions(Scalarset set);

  /**
   * The element that results when each member m of {@code set} is renamed to {@code image[m]};
   * elements that do not mention {@code set} stay as they are.
   */
  int rename(Scalarset set, int[] image, int element);

  /** This domain and one more element, {@link #NONE}. */
  default OrNone orNone() {
    return new OrNone(this);
  }

  /** Pairs of an element of this domain and one of {@code second}. */
  default Pair times(Domain second) {
    return new Pair(this, second);
  }
}
