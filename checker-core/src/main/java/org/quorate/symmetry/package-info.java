/** Canonical representatives and orbit sizes, derived from the layout alone. */
@NullMarked
package org.quorate.symmetry;

import org.jspecify.annotations.NullMarked;
