/**
 * What the bits of a state mean: domains of values, typed handles over them, and the {@link
 * org.quorate.state.StateLayout} that gives each handle its place. Nobody outside this package
 * shifts or masks.
 */
@NullMarked
package org.quorate.state;

import org.jspecify.annotations.NullMarked;
