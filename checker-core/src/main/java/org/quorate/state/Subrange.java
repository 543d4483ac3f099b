package org.quorate.state;

/**
 * The whole numbers {@code low} to {@code high}; their order has a meaning, so they are never
 * renamed.
 */
public record Subrange(String name, int low, int high) implements Domain {

  public Subrange {
    if (low < 0 || high < low || high - low >= 1 << 20) {
      throw new IllegalArgumentException(name + ": not a small range: " + low + ".." + high);
    }
  }

  /** The numbers 0 to size−1. */
  public static Subrange of(String name, int size) {
    return new Subrange(name, 0, size - 1);
  }

  @Override
  public int size() {
    return high - low + 1;
  }

  @Override
  public int first() {
    return low;
  }

  @Override
  public String format(int element) {
    return Integer.toString(element);
  }

  @Override
  public Object value(int element) {
    return element;
  }

  @Override
  public boolean mentions(Scalarset set) {
    return false;
  }

  @Override
  public int rename(Scalarset set, int[] image, int element) {
    return element;
  }
}
