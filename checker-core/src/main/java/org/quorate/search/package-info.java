/**
 * Breadth-first and depth-first search over one shared {@link org.quorate.search.Expander}, their
 * limits, and what they find out.
 *
 * <p>Stable: {@code SearchOptions}, {@code SearchResult}, {@code Verdict}, {@code Limit} and {@code
 * Progress}, which may get new parts. {@code Search} is for the engine, and may change.
 */
@NullMarked
package org.quorate.search;

import org.jspecify.annotations.NullMarked;
