/**
 * What a modeller writes: initial states, actions and invariants ({@link org.quorate.model.Model}),
 * and, for protocols with options, the {@link org.quorate.model.Protocol} that makes models from
 * settings.
 *
 * <p>Stable: what compiles against it goes on to.
 */
@NullMarked
package org.quorate.model;

import org.jspecify.annotations.NullMarked;
