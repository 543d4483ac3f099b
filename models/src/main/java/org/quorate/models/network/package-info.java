/**
 * What the protocols share over an explicit network: which faults there may be, and the steps of
 * the network itself.
 */
@NullMarked
package org.quorate.models.network;

import org.jspecify.annotations.NullMarked;
