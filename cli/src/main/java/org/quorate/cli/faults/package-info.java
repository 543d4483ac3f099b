/** Which faults a violation needs: the least sets of them, and the largest that do no harm. */
@NullMarked
package org.quorate.cli.faults;

import org.jspecify.annotations.NullMarked;
