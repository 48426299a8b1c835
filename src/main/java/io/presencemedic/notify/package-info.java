/**
 * Webhooks: endpoints that other programs enter, the outbox that is written in the transaction of the event itself, and
 * its delivery, in order per endpoint and at least once.
 */
@NullMarked
package io.presencemedic.notify;

import org.jspecify.annotations.NullMarked;
