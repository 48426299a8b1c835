package io.presencemedic.runbook.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What is going to happen to the cluster on paper, by its clock. */
final class Agenda {
    private final TreeMap<Instant, List<Runnable>> events = new TreeMap<>();
    private Supplier<Instant> clock = () -> Instant.EPOCH;

    /** Takes the time from a clock. */
    void on(Supplier<Instant> time) {
        clock = time;
    }

    /** Something happens after a while. */
    void after(Duration duration, Runnable event) {
        events.computeIfAbsent(clock.get().plus(duration), at -> new ArrayList<>())
                .add(event);
    }

    /** Lets everything happen whose time has come. */
    void catchUp() {
        while (!events.isEmpty() && !events.firstKey().isAfter(clock.get())) {
            events.pollFirstEntry().getValue().forEach(Runnable::run);
        }
    }
}
