/** How a receiver can tell that a message is ours: Standard Webhooks signatures, body HMACs, and how secrets are kept. */
@NullMarked
package io.presencemedic.notify.signature;

import org.jspecify.annotations.NullMarked;
