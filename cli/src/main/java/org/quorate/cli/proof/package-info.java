/** The solver behind proofs. */
@NullMarked
package org.quorate.cli.proof;

import org.jspecify.annotations.NullMarked;
