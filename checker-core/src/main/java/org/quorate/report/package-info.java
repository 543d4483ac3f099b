/**
 * What a check found, as text for people and as JSON for programs.
 *
 * <p>Stable in what is written; the types may get new parts.
 */
@NullMarked
package org.quorate.report;

import org.jspecify.annotations.NullMarked;
