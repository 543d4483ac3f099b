/** Runs that a file gives step by step: scenarios and recorded counterexamples. */
@NullMarked
package org.quorate.cli.replay;

import org.jspecify.annotations.NullMarked;
