package org.quorate.state;

import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a handle lie. A cell's address is its word times 64 plus the position of its
 * lowest bit; no cell straddles two words. Addresses are linear in row and column where the layout
 * could make them so, and otherwise looked up in {@code table}.
 *
 * <p>A record, because the just-in-time compiler trusts the final fields of records: where a handle
 * is a constant, its shifts and masks are constants too.
 */
record Placement(int base, int rowStride, int columnStride, int @Nullable [] table, int columns) {

  /** The placement of a grid whose addresses are given row by row; linear if they are. */
  static Placement of(int[] addresses, int rows, int columns) {
    int base = addresses[0];
    int columnStride = columns > 1 ? addresses[1] - base : 0;
    int rowStride = rows > 1 ? addresses[columns] - base : 0;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (addresses[r * columns + c] != base + r * rowStride + c * columnStride) {
          return new Placement(0, 0, 0, addresses, columns);
        }
      }
    }
    return new Placement(base, rowStride, columnStride, null, columns);
  }

  int address(int row, int column) {
    int[] lookup = table;
    return lookup == null
        ? base + row * rowStride + column * columnStride
        : lookup[row * columns + column];
  }
}
