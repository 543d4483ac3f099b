/**
 * A check at every point of k × f, beside what the formula says of it: the points, the run, and the
 * maps that come of it. Prints nothing.
 */
@NullMarked
package org.quorate.cli.sweep;

import org.jspecify.annotations.NullMarked;
