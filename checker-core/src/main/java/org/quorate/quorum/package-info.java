/** Sizes of quorums: formulas in exact arithmetic. Knows nothing of models and searches. */
@NullMarked
package org.quorate.quorum;

import org.jspecify.annotations.NullMarked;
