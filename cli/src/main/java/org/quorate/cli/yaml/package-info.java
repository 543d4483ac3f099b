/** Files that users write in YAML or JSON, read with positions and good errors. */
@NullMarked
package org.quorate.cli.yaml;

import org.jspecify.annotations.NullMarked;
