package org.quorate.state;

import org.jspecify.annotations.Nullable;

/**
 * Some elements with a meaning of their own, followed by the members of a scalarset, as in Murphi's
 * unions: replicas of which the first few are primaries in turn, or requests of which one is the
 * null request. Elements are numbered from 0; renaming moves the members only.
 *
 * @param pinned the elements that are never renamed; starts at 0
 * @param rest the scalarset
 */
public record Union(Subrange pinned, Scalarset rest) implements Domain {

  public Union {
    if (pinned.first() != 0) {
      throw new IllegalArgumentException(
          pinned.name() + ": the pinned part of a union starts at 0, not " + pinned.first());
    }
  }

  /** The name of the scalarset. */
  @Override
  public String name() {
    return rest.name();
  }

  @Override
  public int size() {
    return pinned.size() + rest.size();
  }

  @Override
  public int first() {
    return 0;
  }

  @Override
  public String format(int element) {
    return isPinned(element) ? pinned.format(element) : rest.format(element - pinned.size());
  }

  @Override
  public @Nullable Object value(int element) {
    return isPinned(element) ? pinned.value(element) : rest.value(element - pinned.size());
  }

  private boolean isPinned(int element) {
    return element < pinned.size();
  }

  @Override
  public boolean mentions(Scalarset set) {
    return rest.mentions(set);
  }

  @Override
  public int rename(Scalarset set, int[] image, int element) {
    return isPinned(element)
        ? element
        : pinned.size() + rest.rename(set, image, element - pinned.size());
  }
}
