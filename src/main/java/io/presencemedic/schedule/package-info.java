/** What runs by itself: recurring diagnoses and recoveries, by cron, in windows, with the rights of their owners. */
@NullMarked
package io.presencemedic.schedule;

import org.jspecify.annotations.NullMarked;
