package org.quorate.state;

import org.jspecify.annotations.Nullable;

/**
 * How to count the ones along a column of a grid of bits whose rows lie in several words, each row
 * in the same pattern: a row's cell in column c is {@code offsets[c]} bits above its cell in column
 * 0. So one mask a word finds the cells of any column, after a shift.
 *
 * @param first the number of the first word
 * @param offsets for each column, the distance to column 0
 * @param masks for each word, the cells of column 0
 */
record Spread(int first, int[] offsets, long[] masks) {

  /** The spread of a grid of bits, or null if its rows have no common pattern. */
  static @Nullable Spread of(Placement placement, int rows, int columns) {
    int[] offsets = new int[columns];
    for (int c = 0; c < columns; c++) {
      offsets[c] = placement.address(0, c) - placement.address(0, 0);
    }
    int first = placement.address(0, 0) / Long.SIZE;
    int last = placement.address(rows - 1, 0) / Long.SIZE;
    long[] masks = new long[Math.max(0, last - first) + 1];
    for (int r = 0; r < rows; r++) {
      int start = placement.address(r, 0);
      int word = start / Long.SIZE - first;
      if (word < 0 || word >= masks.length) {
        return null;
      }
      masks[word] |= 1L << start;
      for (int c = 0; c < columns; c++) {
        int address = placement.address(r, c);
        if (address - start != offsets[c]
            || address < start
            || address / Long.SIZE != start / Long.SIZE) {
          return null;
        }
      }
    }
    return new Spread(first, offsets, masks);
  }

  /** The number of ones in a column. */
  int count(State s, int column) {
    int offset = offsets[column];
    int count = 0;
    for (int i = 0; i < masks.length; i++) {
      count += Long.bitCount(s.words[first + i] >>> offset & masks[i]);
    }
    return count;
  }
}
