/**
 * Sets of fixed-width states: exact, or by 64-bit fingerprints. The store is divided into shards by
 * hash; different threads may work on different shards at the same time, and nothing in here locks.
 *
 * <p>Unstable: for the engine, and may change.
 */
@NullMarked
package org.quorate.store;

import org.jspecify.annotations.NullMarked;
