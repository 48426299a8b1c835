/** Where a message may be sent: which addresses a receiver may have. */
@NullMarked
package io.presencemedic.notify.address;

import org.jspecify.annotations.NullMarked;
