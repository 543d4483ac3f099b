/**
 * Whether a model keeps what its search relies on, looked at on a few random walks: it begins what
 * it ends, treats the members of scalarsets alike, and its guards say what its bodies do.
 *
 * <p>Unstable: for the engine, and may change.
 */
@NullMarked
package org.quorate.selfcheck;

import org.jspecify.annotations.NullMarked;
