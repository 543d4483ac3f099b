/**
 * Sizes of quorums: formulas over n, k and f in exact arithmetic. Knows nothing of models and
 * searches.
 */
@NullMarked
package org.quorate.quorum;

import org.jspecify.annotations.NullMarked;
