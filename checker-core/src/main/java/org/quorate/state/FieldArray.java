package org.quorate.state;

/** A handle on an array: an element for each index. */
public record FieldArray(Variable variable) {

  /** The element at an index. */
  public int get(State s, int index) {
    return variable.get(s, index, 0);
  }

  /** Writes the element at an index. */
  public void set(Draft t, int index, int value) {
    variable.set(t, index, 0, value);
  }
}
