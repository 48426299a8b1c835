/**
 * The engine's tables: who may append to a log and under which claim, new jobs, lists, transcripts, what is told of a
 * commit. The statements by which jobs are claimed and their logs grow stand here and nowhere else.
 */
@NullMarked
package io.presencemedic.job.store;

import org.jspecify.annotations.NullMarked;
