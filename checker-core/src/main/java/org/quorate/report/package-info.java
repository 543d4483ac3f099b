/** What a check found, as text for people and as JSON for programs. */
@NullMarked
package org.quorate.report;

import org.jspecify.annotations.NullMarked;
