package io.presencemedic.job.log;

import io.presencemedic.runbook.Hold;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What persons have taken on themselves of that which the job left switched off. */
final class AcknowledgedHolds {
    private final Set<Hold> holds = new HashSet<>();
    private boolean complete;

    /**
     * A person has spoken.
     *
     * @param outstanding what is left off at the time of the call
     * @param switchedOn told what the person has switched on
     */
    void add(JobEvent.Acknowledged said, Supplier<? extends Collection<Hold>> outstanding, Consumer<Hold> switchedOn) {
        if (said.things() == null) {
            holds.addAll(outstanding.get());
        } else {
            for (JobEvent.Acknowledged.Thing thing : said.things()) {
                holds.add(thing.hold());
                if (thing.switchedOn()) {
                    switchedOn.accept(thing.hold());
                }
            }
        }
        complete = covers(outstanding.get());
    }

    /** It is tried again, so all that was said is over. */
    void clear() {
        holds.clear();
        complete = false;
    }

    /** Whether nothing was left open when somebody spoke last. */
    boolean isComplete() {
        return complete;
    }

    boolean covers(Collection<Hold> outstanding) {
        return holds.containsAll(outstanding);
    }
}
