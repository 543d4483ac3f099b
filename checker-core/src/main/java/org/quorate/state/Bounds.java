package org.quorate.state;

/**
 * Which elements may be written to which cells of a variable. Plain numbers, because every write
 * looks at them: the just-in-time compiler need not go through the domains.
 */
record Bounds(
    int firstRow, int lastRow, int firstColumn, int lastColumn, int firstElement, int lastElement) {

  static Bounds of(Shape shape) {
    return new Bounds(
        shape.rows().first(),
        shape.rows().last(),
        shape.columns().first(),
        shape.columns().last(),
        shape.element().first(),
        shape.element().last());
  }

  boolean admit(int row, int column, int element) {
    return row >= firstRow
        && row <= lastRow
        && column >= firstColumn
        && column <= lastColumn
        && element >= firstElement
        && element <= lastElement;
  }
}
