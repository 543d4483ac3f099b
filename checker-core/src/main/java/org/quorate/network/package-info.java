/**
 * Messages on their way, for models whose network is explicit: bounded, packed in the layout, and
 * renamed with it.
 *
 * <p>Stable: {@link org.quorate.network.Channels}.
 */
@NullMarked
package org.quorate.network;

import org.jspecify.annotations.NullMarked;
