/**
 * Breadth-first and depth-first search over one shared {@link org.quorate.search.Expander}, their
 * limits, and what they find out.
 */
@NullMarked
package org.quorate.search;

import org.jspecify.annotations.NullMarked;
