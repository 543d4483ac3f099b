package org.quorate.search;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongFunction;

/**
 * What a search has made use of: an action that never fires, or a goal that nothing reaches, says
 * that a model does less than was meant.
 *
 * @param actions in the model's order
 * @param invariants likewise
 * @param goals likewise
 */
public record Coverage(List<OfAction> actions, List<OfInvariant> invariants, List<OfGoal> goals) {

  /**
   * How often an action took place.
   *
   * @param name of the action
   * @param fired steps of this action from stored states, those to known states included
   * @param firstStep the number of the step, from 1, in which it fires at the earliest; none if it
   *     never does, and for depth-first search
   * @param isLeftOut whether it never fires because other steps cover all of its steps
   */
  public record OfAction(String name, long fired, OptionalInt firstStep, boolean isLeftOut) {

    /** How often it fired, for people. */
    public String count(LongFunction<String> format) {
      return isLeftOut ? "left out" : fired == 0 ? "never" : format.apply(fired);
    }
  }

  /**
   * How often an invariant was looked at. Where one fails, those after it are not evaluated.
   *
   * @param name of the invariant
   * @param evaluated states, one for each orbit
   * @param failed of them
   */
  public record OfInvariant(String name, long evaluated, long failed) {}

  /**
   * Whether a goal was reached.
   *
   * @param name of the goal
   * @param depth steps to the nearest state that reaches it; none if none does, and for depth-first
   *     search
   */
  public record OfGoal(String name, boolean reached, OptionalInt depth) {}

  public Coverage {
    actions = List.copyOf(actions);
    invariants = List.copyOf(invariants);
    goals = List.copyOf(goals);
  }
}
