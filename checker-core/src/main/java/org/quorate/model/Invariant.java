package org.quorate.model;

import java.util.function.Function;
import org.quorate.state.State;

/**
 * What must hold in every reachable state.
 *
 * @param name such as {@code agreement}
 * @param meaning one sentence
 * @param holds the property
 * @param explanation for a state in which it fails, why: who decided what by which quorum
 */
public record Invariant(
    String name, String meaning, StatePredicate holds, Function<State, String> explanation) {}
