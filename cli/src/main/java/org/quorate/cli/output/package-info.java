/** Files that users have written. */
@NullMarked
package org.quorate.cli.output;

import org.jspecify.annotations.NullMarked;
