package io.presencemedic.simulator.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets happen what is due. Whether time passes in one leap or in many small steps makes no difference: everything
 * happens at its own moment and sees the cluster as it was then.
 */
final class Timeline {
    private final ServiceRules services;
    private final HaRules highAvailability;
    private final ReplicationRules replication;

    Timeline(ClusterState cluster, ServiceRules services) {
        this.services = services;
        this.highAvailability = new HaRules(cluster, services);
        this.replication = new ReplicationRules(cluster);
    }

    void advance(Instant now) {
        Optional<ScheduledEvent> next = next(now);
        while (next.isPresent()) {
            next.get().happen().run();
            settle(next.get().at());
            next = next(now);
        }
    }

    void settle(Instant at) {
        replication.settle(at);
        highAvailability.settle(at);
        services.settle(at);
    }

    private Optional<ScheduledEvent> next(Instant now) {
        return Stream.of(services.dues(), highAvailability.dues(), replication.dues())
                .flatMap(dues -> dues)
                .filter(due -> !due.at().isAfter(now))
                .min(Comparator.comparing(ScheduledEvent::at));
    }
}
