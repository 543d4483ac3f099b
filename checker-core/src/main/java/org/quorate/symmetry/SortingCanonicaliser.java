package org.quorate.symmetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quorate.state.Words;

/**
 * Sorts the columns of the one scalarset that allows it, under every renaming of the others, and
 * keeps the smallest result. Where no column mentions the others, renaming and sorting do not
 * disturb each other, and one sort at the end is enough.
 */
final class SortingCanonicaliser implements Canonicaliser {

  private final long groupOrder;
  private final RenamingTable[] renamings;
  private final @Nullable ColumnSort sort;
  private final boolean independent;
  private final long[] source;
  private final long[] image;

  /**
   * @param groupOrder the number of renamings in the whole group
   * @param renamings the renamings of the scalarsets that are not sorted, without the identity
   * @param sort how to sort the columns, or null if no scalarset is sorted
   * @param independent whether no column mentions a renamed scalarset
   */
  SortingCanonicaliser(
      long groupOrder,
      RenamingTable[] renamings,
      @Nullable ColumnSort sort,
      boolean independent,
      int words) {
    this.groupOrder = groupOrder;
    this.renamings = renamings;
    this.sort = sort;
    this.independent = independent;
    this.source = new long[words];
    this.image = new long[words];
  }

  @Override
  public void canonicalise(long[] state) {
    if (renamings.length > 0) {
      Words.copy(state, 0, source, 0, state.length);
      if (!independent) {
        sort(state);
      }
      for (RenamingTable renaming : renamings) {
        renaming.apply(source, image);
        if (!independent) {
          sort(image);
        }
        if (Words.less(image, state)) {
          Words.copy(image, 0, state, 0, state.length);
        }
      }
    }
    if (independent) {
      sort(state);
    }
  }

  @Override
  public long orbitSize(long[] representative) {
    long stabiliser = 1;
    for (RenamingTable renaming : renamings) {
      renaming.apply(representative, image);
      sort(image);
      if (Arrays.equals(image, representative)) {
        stabiliser++;
      }
    }
    if (sort != null) {
      stabiliser *= sort.stabiliser(representative);
    }
    return groupOrder / stabiliser;
  }

  private void sort(long[] state) {
    if (sort != null) {
      sort.sort(state);
    }
  }
}
