/**
 * The threads of the engine: jobs are claimed, run, put down and given back; leases are kept and those of the dead are
 * ended; health and metrics say how that goes.
 */
@NullMarked
package io.presencemedic.job.worker;

import org.jspecify.annotations.NullMarked;
