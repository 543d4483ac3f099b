package org.quorate.trace;

/**
 * Why an invariant does not hold.
 *
 * @param invariant its name
 * @param meaning what it says
 * @param explanation why the last state violates it, in words
 * @param trace a run from an initial state to the violating one
 * @param shortest whether no run with fewer steps violates an invariant
 */
public record Counterexample(
    String invariant, String meaning, String explanation, Trace trace, boolean shortest) {}
