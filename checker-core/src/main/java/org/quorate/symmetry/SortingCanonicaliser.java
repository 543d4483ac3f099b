package org.quorate.symmetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quorate.state.Words;

/**
 * Sorts the columns of the one scalarset that allows it, under every renaming of the others, and
 * keeps the smallest result. Where no column mentions a renamed one, renaming and sorting do not
 * disturb each other, and one sort at the end is enough.
 *
 * @param groupOrder the number of renamings in the whole group
 * @param renamings the renamings of the scalarsets that are not sorted, without the identity
 * @param sort how to sort the columns, or null if no scalarset is sorted
 * @param sortsLast whether one sort after all renamings will do, instead of one after each
 * @param words the number of words of a state
 */
record SortingCanonicaliser(
    long groupOrder,
    RenamingTable[] renamings,
    @Nullable ColumnSort sort,
    boolean sortsLast,
    int words)
    implements Canonicaliser {

  @Override
  public Scratch newScratch() {
    int columns = sort == null ? 0 : sort.scratchLength();
    return new Scratch(new long[words], new long[words], new long[columns]);
  }

  @Override
  public void canonicalise(long[] state, Scratch scratch) {
    if (renamings.length > 0) {
      rename(state, scratch);
    }
    if (sortsLast) {
      sort(state, scratch);
    }
  }

  private void rename(long[] state, Scratch scratch) {
    long[] source = scratch.source();
    long[] image = scratch.image();
    Words.copy(state, 0, source, 0, words);
    if (!sortsLast) {
      sort(state, scratch);
    }
    for (RenamingTable renaming : renamings) {
      renaming.apply(source, image);
      if (!sortsLast) {
        sort(image, scratch);
      }
      if (Words.less(image, state)) {
        Words.copy(image, 0, state, 0, words);
      }
    }
  }

  @Override
  public long orbitSize(long[] representative, Scratch scratch) {
    long stabiliser = 1;
    for (RenamingTable renaming : renamings) {
      renaming.apply(representative, scratch.image());
      sort(scratch.image(), scratch);
      if (Arrays.equals(scratch.image(), representative)) {
        stabiliser++;
      }
    }
    if (sort != null) {
      stabiliser *= sort.stabiliser(representative);
    }
    return groupOrder / stabiliser;
  }

  private void sort(long[] state, Scratch scratch) {
    if (sort != null) {
      sort.sort(state, scratch.columns());
    }
  }
}
