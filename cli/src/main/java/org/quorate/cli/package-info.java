/** The command line: the only code that prints or exits. */
@NullMarked
package org.quorate.cli;

import org.jspecify.annotations.NullMarked;
