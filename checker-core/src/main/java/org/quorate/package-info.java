/**
 * The front door: {@link org.quorate.Checker} checks a model and says what it found.
 *
 * <p>Stable: what compiles against it goes on to.
 */
@NullMarked
package org.quorate;

import org.jspecify.annotations.NullMarked;
