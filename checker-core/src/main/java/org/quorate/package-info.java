/** The front door: {@link org.quorate.Checker} checks a model and says what it found. */
@NullMarked
package org.quorate;

import org.jspecify.annotations.NullMarked;
