/** Runs of the catalogues of mutants. */
@NullMarked
package org.quorate.cli.mutants;

import org.jspecify.annotations.NullMarked;
