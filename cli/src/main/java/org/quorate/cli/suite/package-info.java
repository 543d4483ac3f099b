/**
 * Spec files: checks with what must come of them; reading, running, comparing, reporting and
 * updating them.
 */
@NullMarked
package org.quorate.cli.suite;

import org.jspecify.annotations.NullMarked;
