/** What shells and readers of manuals get of the commands: completion and pages. */
@NullMarked
package org.quorate.cli.shell;

import org.jspecify.annotations.NullMarked;
