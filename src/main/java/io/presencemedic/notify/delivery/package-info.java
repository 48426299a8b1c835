/** One attempt to send a message: the connection, its limits, and what came of it. */
@NullMarked
package io.presencemedic.notify.delivery;

import org.jspecify.annotations.NullMarked;
