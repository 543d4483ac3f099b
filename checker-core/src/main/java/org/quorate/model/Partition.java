package org.quorate.model;

import java.util.List;
import org.quorate.state.State;

/**
 * A division of the states into classes that a search counts apart. Renaming scalarset members must
 * not take a state to another class, and must not change what a class means.
 *
 * @param by what the classes differ in, such as {@code faulty}
 * @param classes their names
 * @param classifier the class of a state
 */
public record Partition(String by, List<String> classes, Classifier classifier) {

  /** Tells the class of a state; called by several threads at once. */
  @FunctionalInterface
  public interface Classifier {
    /** The index of the class that the state belongs to. */
    int classOf(State s);
  }

  public Partition {
    classes = List.copyOf(classes);
  }
}
