/**
 * From the representatives on a path to a violating state, back to a run of the model that a person
 * can follow.
 */
@NullMarked
package org.quorate.trace;

import org.jspecify.annotations.NullMarked;
