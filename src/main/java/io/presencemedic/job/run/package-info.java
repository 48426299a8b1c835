/**
 * How a job goes on: the next legal move, how a line looks, acts and waits, what a person's command means. It works
 * against two ports, the log that it appends to and the cluster that it may change, and knows neither the database nor
 * threads.
 */
@NullMarked
package io.presencemedic.job.run;

import org.jspecify.annotations.NullMarked;
