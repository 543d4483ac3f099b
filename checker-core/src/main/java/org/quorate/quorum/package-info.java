/**
 * Quorum systems, and formulas for the size of a quorum. {@link QuorumCheck} asks whether any two
 * quorums share an honest process, and whether one is left whatever fails, and finds a witness
 * where not. Knows nothing of models and searches.
 *
 * <p>Stable: {@code Formula}, {@code QuorumSystem} and {@code QuorumCheck} with what they take and
 * give.
 */
@NullMarked
package org.quorate.quorum;

import org.jspecify.annotations.NullMarked;
