/**
 * Runs of a model that a person can follow: executed step by step, or found again from the
 * representatives on a path to a violating state.
 *
 * <p>Stable: {@code Trace}, {@code Counterexample} and {@code Execution}. {@code Transition} and
 * {@code TraceBuilder} are for the engine, and may change.
 */
@NullMarked
package org.quorate.trace;

import org.jspecify.annotations.NullMarked;
