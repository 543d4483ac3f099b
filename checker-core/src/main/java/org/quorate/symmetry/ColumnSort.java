package org.quorate.symmetry;

import com.google.common.math.LongMath;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quorate.state.Columns;

/** Sorts the columns of a state in ascending order, the first column on top. */
sealed interface ColumnSort {

  /** The way that fits how the columns lie; columns are sorted within each class of the group. */
  static ColumnSort of(Columns columns) {
    ColumnSort[] classes =
        columns.set().group().classes().stream()
            .filter(members -> members.size() > 1)
            .map(members -> ofClass(columns, members))
            .toArray(ColumnSort[]::new);
    return classes.length == 1 ? classes[0] : new Classes(classes);
  }

  private static ColumnSort ofClass(Columns columns, List<Integer> members) {
    int[] at = members.stream().mapToInt(m -> columns.addresses()[m]).toArray();
    if (columns.wordsPerColumn() > 1) {
      int[] words = Arrays.stream(at).map(address -> address / Long.SIZE).toArray();
      return new Wide(words, columns.wordsPerColumn());
    }
    int width = at[0] - at[1];
    boolean evenly =
        IntStream.range(1, at.length)
            .allMatch(i -> at[i - 1] - at[i] == width && at[i] / Long.SIZE == at[0] / Long.SIZE);
    return evenly && at.length <= InWord.MAX_COLUMNS
        ? new InWord(at[0] / Long.SIZE, at.length, at[0] % Long.SIZE, width, columns.mask())
        : new Narrow(at, columns.mask());
  }

  /** The length of the scratch array that sorting needs. */
  int scratchLength();

  /** Sorts the columns of a state. */
  void sort(long[] state, long[] scratch);

  /** The number of permutations of the columns that leave a sorted state as it is. */
  long stabiliser(long[] sorted);

  /** Columns of which each may take the place of each other. */
  sealed interface OneClass extends ColumnSort {

    /** The number of columns. */
    int count();

    /** Whether columns i and j are equal. */
    boolean same(long[] state, int i, int j);

    @Override
    default long stabiliser(long[] sorted) {
      long product = 1;
      int run = 1;
      for (int i = 1; i <= count(); i++) {
        if (i < count() && same(sorted, i - 1, i)) {
          run++;
        } else {
          product *= LongMath.factorial(run);
          run = 1;
        }
      }
      return product;
    }
  }

  /** Several classes, each sorted on its own, or none at all. */
  record Classes(ColumnSort[] each) implements ColumnSort {

    @Override
    public int scratchLength() {
      return Arrays.stream(each).mapToInt(ColumnSort::scratchLength).max().orElse(0);
    }

    @Override
    public void sort(long[] state, long[] scratch) {
      for (ColumnSort sort : each) {
        sort.sort(state, scratch);
      }
    }

    @Override
    public long stabiliser(long[] sorted) {
      return Arrays.stream(each).mapToLong(s -> s.stabiliser(sorted)).reduce(1, (x, y) -> x * y);
    }
  }

  /**
   * Few columns in one word: an insertion network inside the register, without a branch or a look
   * at memory. The steps grow with the square of the number of columns, so it is for a handful.
   *
   * @param top the position of the first column's lowest bit
   * @param width the distance of neighbouring columns; less than half a word, so differences of
   *     columns have a sign
   */
  record InWord(int word, int count, int top, int width, long mask) implements OneClass {

    static final int MAX_COLUMNS = 5;

    @Override
    public int scratchLength() {
      return 0;
    }

    @Override
    public void sort(long[] state, long[] scratch) {
      long bits = state[word];
      for (int i = 1; i < count; i++) {
        for (int j = i; j > 0; j--) {
          int high = top - (j - 1) * width;
          int low = high - width;
          long x = (bits >>> high) & mask;
          long y = (bits >>> low) & mask;
          long swap = (x ^ y) & ((y - x) >> (Long.SIZE - 1));
          bits ^= (swap << high) | (swap << low);
        }
      }
      state[word] = bits;
    }

    @Override
    public boolean same(long[] state, int i, int j) {
      long difference = (state[word] >>> (top - i * width)) ^ (state[word] >>> (top - j * width));
      return (difference & mask) == 0;
    }
  }

  /**
   * Columns of at most a word each. Successors of a sorted state differ from it in one column or
   * two, so insertion sort is close to linear.
   */
  record Narrow(int[] addresses, long mask) implements OneClass {

    @Override
    public int count() {
      return addresses.length;
    }

    @Override
    public int scratchLength() {
      return addresses.length;
    }

    @Override
    public void sort(long[] state, long[] columns) {
      final int[] at = addresses;
      boolean moved = false;
      for (int i = 0; i < at.length; i++) {
        long column = column(state, i);
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

    private long column(long[] state, int i) {
      return (state[addresses[i] >>> 6] >>> addresses[i]) & mask;
    }

    @Override
    public boolean same(long[] state, int i, int j) {
      return column(state, i) == column(state, j);
    }
  }

  /**
   * Columns of several whole words each.
   *
   * @param words the first word of each
   */
  record Wide(int[] words, int width) implements OneClass {

    @Override
    public int count() {
      return words.length;
    }

    @Override
    public int scratchLength() {
      return words.length * width;
    }

    @Override
    public void sort(long[] state, long[] columns) {
      for (int i = 0; i < words.length; i++) {
        int from = words[i];
        int j = i;
        while (j > 0 && compare(columns, (j - 1) * width, state, from) > 0) {
          System.arraycopy(columns, (j - 1) * width, columns, j * width, width);
          j--;
        }
        System.arraycopy(state, from, columns, j * width, width);
      }
      for (int i = 0; i < words.length; i++) {
        System.arraycopy(columns, i * width, state, words[i], width);
      }
    }

    @Override
    public boolean same(long[] state, int i, int j) {
      return compare(state, words[i], state, words[j]) == 0;
    }

    private int compare(long[] a, int aFrom, long[] b, int bFrom) {
      return Arrays.compareUnsigned(a, aFrom, aFrom + width, b, bFrom, bFrom + width);
    }
  }
}
