/**
 * Canonical representatives and orbit sizes, derived from the layout alone.
 *
 * <p>Stable: {@code Symmetry}, by which a search is told what is alike. The rest is for the engine,
 * and may change.
 */
@NullMarked
package org.quorate.symmetry;

import org.jspecify.annotations.NullMarked;
