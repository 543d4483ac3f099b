package org.quorate.state;

import com.google.common.primitives.Ints;
import java.util.List;

/**
 * The whole numbers {@code low} to {@code high}; their order has a meaning, so they are never
 * renamed.
 *
 * @param labels how each number is shown, from {@code low} on; empty to show the numbers themselves
 */
public record Subrange(String name, int low, int high, List<String> labels) implements Domain {

  public Subrange {
    if (low < 0 || high < low || high - low >= 1 << 20) {
      throw new IllegalArgumentException(name + ": not a small range: " + low + ".." + high);
    }
    labels = List.copyOf(labels);
    if (!labels.isEmpty() && labels.size() != high - low + 1) {
      throw new IllegalArgumentException(
          "%s: %d numbers and %d labels".formatted(name, high - low + 1, labels.size()));
    }
  }

  /** Numbers that are shown as they are. */
  public Subrange(String name, int low, int high) {
    this(name, low, high, List.of());
  }

  /** The numbers 0 to size−1. */
  public static Subrange of(String name, int size) {
    return new Subrange(name, 0, size - 1);
  }

  /** These numbers, shown in another way. */
  public Subrange labelled(List<String> names) {
    return new Subrange(name, low, high, names);
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
    return labels.isEmpty() ? Integer.toString(element) : labels.get(element - low);
  }

  @Override
  public Object value(int element) {
    String text = format(element);
    Integer number = Ints.tryParse(text);
    // A label such as 05 is no number: read back, it would be another label.
    return number != null && number.toString().equals(text) ? (Object) number : text;
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
