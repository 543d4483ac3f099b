package org.quorate.state;

/** A handle on a matrix: an element for each row and column. */
public record FieldMatrix(Variable variable) {

  /** The element at a row and column. */
  public int get(State s, int row, int column) {
    return variable.get(s, row, column);
  }

  /** Writes the element at a row and column. */
  public void set(Draft t, int row, int column, int value) {
    variable.set(t, row, column, value);
  }
}
