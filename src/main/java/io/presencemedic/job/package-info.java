/**
 * The engine: a job is its log of events. It is claimed under a lease, run line by line, put down while it waits, and
 * continued by any process of the same database.
 */
@NullMarked
package io.presencemedic.job;

import org.jspecify.annotations.NullMarked;
