/**
 * Quorum sizes: formulas in exact arithmetic, and what makes a quorum safe and available. Knows
 * nothing of models and searches.
 */
@NullMarked
package org.quorate.quorum;

import org.jspecify.annotations.NullMarked;
