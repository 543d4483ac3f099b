/**
 * What the bits of a state mean: domains of values, typed handles over them, and the {@link
 * org.quorate.state.StateLayout} that gives each handle its place. Nobody outside this package
 * shifts or masks.
 *
 * <p>Stable for modellers: domains, handles, declarations and layouts. {@code Variable}, {@code
 * Columns} and {@code Words} are for the engine, and may change.
 */
@NullMarked
package org.quorate.state;

import org.jspecify.annotations.NullMarked;
