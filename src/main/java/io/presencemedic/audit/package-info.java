/**
 * The audit log: who did what, as whom, from where, and what was refused. Entries are chained by hashes and only added
 * to. Other rooms record in the transaction of what they record, see {@link io.presencemedic.audit.AuditLog}.
 */
@NullMarked
package io.presencemedic.audit;

import org.jspecify.annotations.NullMarked;
