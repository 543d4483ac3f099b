package org.quorate.model;

import org.quorate.state.State;

/** A property of single states; called by several threads at once. */
@FunctionalInterface
public interface StatePredicate {
  /** Whether the state has the property. */
  boolean test(State s);
}
