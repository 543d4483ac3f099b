package org.quorate.symmetry;

import com.google.common.math.LongMath;
import java.util.Arrays;
import org.quorate.state.Columns;

/**
 * Sorts the columns of a state in ascending order, the first column on top. Successors of a sorted
 * state differ from it in one column or two, so insertion sort is close to linear.
 */
final class ColumnSort {

  private final int[] addresses;
  private final int wordsPerColumn;
  private final long mask;
  private final long[] scratch;

  ColumnSort(Columns columns) {
    this.addresses = columns.addresses();
    this.wordsPerColumn = columns.wordsPerColumn();
    this.mask = columns.mask();
    this.scratch = new long[addresses.length * wordsPerColumn];
  }

  void sort(long[] state) {
    if (wordsPerColumn == 1) {
      sortNarrow(state);
    } else {
      sortWide(state);
    }
  }

  private void sortNarrow(long[] state) {
    final int[] at = addresses;
    final long[] columns = scratch;
    boolean moved = false;
    for (int i = 0; i < at.length; i++) {
      long column = state[at[i] >>> 6] >>> at[i] & mask;
      int j = i;
      while (j > 0 && Long.compareUnsigned(columns[j - 1], column) > 0) {
        columns[j] = columns[j - 1];
        j--;
      }
      columns[j] = column;
      moved |= j < i;
    }
    for (int i = 0; moved && i < at.length; i++) {
      int word = at[i] >>> 6;
      state[word] = (state[word] & ~(mask << at[i])) | (columns[i] << at[i]);
    }
  }

  private void sortWide(long[] state) {
    final int width = wordsPerColumn;
    final int start = addresses[0] >>> 6;
    for (int i = 0; i < addresses.length; i++) {
      int from = start + i * width;
      int j = i;
      while (j > 0 && compare(scratch, (j - 1) * width, state, from) > 0) {
        System.arraycopy(scratch, (j - 1) * width, scratch, j * width, width);
        j--;
      }
      System.arraycopy(state, from, scratch, j * width, width);
    }
    System.arraycopy(scratch, 0, state, start, scratch.length);
  }

  private int compare(long[] a, int aFrom, long[] b, int bFrom) {
    return Arrays.compareUnsigned(
        a, aFrom, aFrom + wordsPerColumn, b, bFrom, bFrom + wordsPerColumn);
  }

  /** The number of permutations of the columns that leave a sorted state as it is. */
  long stabiliser(long[] sorted) {
    long product = 1;
    int run = 1;
    for (int i = 1; i <= addresses.length; i++) {
      if (i < addresses.length && sameColumn(sorted, i - 1, i)) {
        run++;
      } else {
        product *= LongMath.factorial(run);
        run = 1;
      }
    }
    return product;
  }

  private boolean sameColumn(long[] state, int i, int j) {
    if (wordsPerColumn == 1) {
      long first = state[addresses[i] >>> 6] >>> addresses[i] & mask;
      long second = state[addresses[j] >>> 6] >>> addresses[j] & mask;
      return first == second;
    }
    return compare(state, addresses[i] >>> 6, state, addresses[j] >>> 6) == 0;
  }
}
