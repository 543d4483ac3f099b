package org.quorate.model;

import java.util.List;
import java.util.Optional;
import org.quorate.state.State;
import org.quorate.state.StateLayout;

/**
 * A transition system: initial states, actions, and the invariants that every reachable state must
 * satisfy. Models are immutable, and are called by several threads at once.
 *
 * <p>Models treat the members of a scalarset alike: renaming the members of a state renames its
 * successors and changes no invariant and no goal. Models contain no symmetry code and no storage
 * code; they get both from their layout.
 */
public interface Model {

  /** The meaning of the bits of this model's states. */
  StateLayout layout();

  /** Emits every initial state: {@code begin()}, writes to the all-zero draft, {@code end()}. */
  void initialStates(Successors out);

  /** The actions, in the order in which reports list them. */
  List<Action> actions();

  /** What must hold in every reachable state; where several fail at once, the first is reported. */
  List<Invariant> invariants();

  /**
   * Facts on the way to the proof of the invariants. A search ignores them; a counterexample shows
   * which of them breaks first, which is where to look for the bug.
   */
  default List<Invariant> lemmas() {
    return List.of();
  }

  /** What should be reachable; a model that holds and misses its goals holds for a dull reason. */
  default List<Goal> goals() {
    return List.of();
  }

  /** How to divide the states into classes that are counted apart, if at all. */
  default Optional<Partition> partition() {
    return Optional.empty();
  }

  /**
   * Requirements on the configuration itself, independent of any state, that are not met; each as
   * an explanation for people.
   */
  default List<Finding> findings() {
    return List.of();
  }

  /**
   * Why the configuration itself lets nothing be decided without the faulty, such as a quorum that
   * is more than the correct processes; empty if it does not.
   */
  default List<Finding> obstacles() {
    return List.of();
  }

  /** What traces show of a state, in this order; by default every variable of the layout. */
  default List<View> views() {
    return View.ofVariables(layout());
  }

  /**
   * The processes between which messages go in a run from an initial state, in the order in which
   * charts show them; none by default, and then there are no charts.
   */
  default List<Lifeline> lifelines(State initial) {
    return List.of();
  }

  /**
   * A requirement that fails: one on the configuration, or an invariant in some state.
   *
   * @param invariant the name of the requirement, such as {@code quorum-intersection}
   * @param meaning what it says
   * @param explanation a witness in words
   */
  record Finding(String invariant, String meaning, String explanation) {}
}
