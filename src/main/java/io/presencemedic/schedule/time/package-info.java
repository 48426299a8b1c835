/** When something is due: cron expressions in a time zone, windows and blackouts. Pure. */
@NullMarked
package io.presencemedic.schedule.time;

import org.jspecify.annotations.NullMarked;
