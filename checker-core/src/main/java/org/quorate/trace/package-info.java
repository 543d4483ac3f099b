/**
 * Runs of a model that a person can follow: executed step by step, or found again from the
 * representatives on a path to a violating state.
 */
@NullMarked
package org.quorate.trace;

import org.jspecify.annotations.NullMarked;
