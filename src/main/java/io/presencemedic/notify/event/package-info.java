/**
 * What happens becomes a notification here: of jobs, findings and anchors of the audit log, written to the outbox in
 * the transaction of what they tell of.
 */
@NullMarked
package io.presencemedic.notify.event;

import org.jspecify.annotations.NullMarked;
