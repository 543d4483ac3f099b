package org.quorate.state;

/** A handle on one set of elements of a domain. */
public record SetField(Variable variable) {

  /** Whether the element is a member. */
  public boolean has(State s, int element) {
    return variable.get(s, 0, element) != 0;
  }

  /** The number of members. */
  public int size(State s) {
    return variable.countRow(s, 0);
  }

  /** Makes the element a member. */
  public void add(Draft t, int element) {
    variable.set(t, 0, element, 1);
  }

  /** Makes the element no member. */
  public void remove(Draft t, int element) {
    variable.set(t, 0, element, 0);
  }
}
