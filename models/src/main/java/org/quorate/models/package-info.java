/** The protocols that come with the checker; {@link org.quorate.models.Protocols} lists them. */
@NullMarked
package org.quorate.models;

import org.jspecify.annotations.NullMarked;
