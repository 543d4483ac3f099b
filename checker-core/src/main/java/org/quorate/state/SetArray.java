package org.quorate.state;

/** A handle on an array of sets: for each index a set of elements of a domain. */
public record SetArray(Variable variable) {

  /** Whether the element is a member of the set at this index. */
  public boolean has(State s, int index, int element) {
    return variable.get(s, index, element) != 0;
  }

  /** The number of members of the set at this index. */
  public int size(State s, int index) {
    return variable.countRow(s, index);
  }

  /** How many of the sets have the element. */
  public int countWith(State s, int element) {
    return variable.countColumn(s, element);
  }

  /** The largest member of the set at this index, or {@link Domain#NONE}. */
  public int last(State s, int index) {
    return lastBelow(s, index, variable.columns().last() + 1);
  }

  /** The largest member below {@code bound} of the set at this index, or {@link Domain#NONE}. */
  public int lastBelow(State s, int index, int bound) {
    return variable.lastBelow(s, index, bound);
  }

  /** Makes the element a member of the set at this index. */
  public void add(Draft t, int index, int element) {
    variable.set(t, index, element, 1);
  }

  /** Makes the element no member of the set at this index. */
  public void remove(Draft t, int index, int element) {
    variable.set(t, index, element, 0);
  }
}
