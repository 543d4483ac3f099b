package org.quorate.model;

/**
 * What some reachable state should satisfy, so that a check that holds is not vacuous.
 *
 * @param name such as {@code decided}
 * @param meaning one sentence
 * @param reached the property of a state that reaches the goal
 */
public record Goal(String name, String meaning, StatePredicate reached) {}
