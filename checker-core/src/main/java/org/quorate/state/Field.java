package org.quorate.state;

/** A handle on one element of a domain. */
public record Field(Variable variable) {

  /** The element that the state holds. */
  public int get(State s) {
    return variable.get(s, 0, 0);
  }

  /** Writes the element. */
  public void set(Draft t, int value) {
    variable.set(t, 0, 0, value);
  }
}
