package org.quorate.state;

import org.jspecify.annotations.Nullable;

/**
 * The elements of a domain that starts at 0, and {@link Domain#NONE}, which is the first and so the
 * initial one.
 */
public record OrNone(Domain inner) implements Domain {

  public OrNone {
    if (inner.first() != 0) {
      throw new IllegalArgumentException(inner.name() + ": orNone needs a domain that starts at 0");
    }
  }

  @Override
  public String name() {
    return inner.name() + " or none";
  }

  @Override
  public int size() {
    return inner.size() + 1;
  }

  @Override
  public int first() {
    return NONE;
  }

  @Override
  public String format(int element) {
    return element == NONE ? "–" : inner.format(element);
  }

  @Override
  public @Nullable Object value(int element) {
    return element == NONE ? null : inner.value(element);
  }

  @Override
  public boolean mentions(Scalarset set) {
    return inner.mentions(set);
  }

  @Override
  public int rename(Scalarset set, int[] image, int element) {
    return element == NONE ? NONE : inner.rename(set, image, element);
  }
}
