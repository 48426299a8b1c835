/**
 * What a job's log says: its events, as they are kept, and the histories that are folded from them. Values only:
 * nothing here knows a database, a thread, a request or a node's answer, so that every reader of a log comes to the
 * same view.
 */
@NullMarked
package io.presencemedic.job.log;

import org.jspecify.annotations.NullMarked;
