package io.presencemedic.job.store;

import java.util.List;

/**
 * Is told what happens to jobs, for rooms above the engine; beans of this type are found by themselves. What it gives
 * back is written in the very transaction that appends the events: both are committed, or neither is. That makes it the
 * place for an outbox: a process that dies loses no message and sends none about something that did not happen.
 *
 * <p>It is called on whatever thread appends, maybe on an event loop: it decides by what it is given, does not block
 * and does not ask the database. What it throws keeps the events from being written, so it had better not. That a
 * queued job begins, or is given back, is written with its claim and not told.
 */
public interface JobEventListener {
    /**
     * What is to be written together with these events.
     *
     * @return statements that are run in this order behind the events; most often none, which costs nothing
     */
    List<OutboxStatement> appending(AppendedEvents appended);
}
