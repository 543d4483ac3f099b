/**
 * Questions about quorums on their own: what was asked, the answers, and how they are shown. Knows
 * nothing of protocols.
 */
@NullMarked
package org.quorate.cli.quorum;

import org.jspecify.annotations.NullMarked;
