package org.quorate.model;

/**
 * What some reachable state should satisfy, so that a check that holds is not vacuous.
 *
 * @param name such as {@code decided}
 * @param meaning one sentence
 * @param otherwise what it means that no reachable state does, such as {@code nothing is decided}
 * @param reached the property of a state that reaches the goal
 */
public record Goal(String name, String meaning, String otherwise, StatePredicate reached) {}
