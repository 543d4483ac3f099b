/** What the options of several protocols have in common: how many processes there are, quorums. */
@NullMarked
package org.quorate.models.options;

import org.jspecify.annotations.NullMarked;
