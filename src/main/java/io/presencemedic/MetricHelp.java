package io.presencemedic;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** What each of the service's own metrics means, said beside its values in {@code /q/metrics}. */
final class MetricHelp implements MeterFilter {
    private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("medic.left.switched.off", "Jobs that left something switched off which nobody has acknowledged"),
            Map.entry("medic.left.switched.off.oldest.seconds", "How long the longest of them has been off"),
            Map.entry("medic.jobs.finished", "Jobs that ended in this process, by runbook and final state"),
            Map.entry("medic.jobs.due", "Jobs that are due and that no replica works on"),
            Map.entry("medic.jobs.due.oldest.seconds", "How long the first of the due jobs has been due"),
            Map.entry("medic.jobs.running", "Jobs that some replica works on"),
            Map.entry("medic.jobs.waiting", "Jobs that wait for their time or for a person"),
            Map.entry("medic.jobs.running.here", "Jobs that this replica works on"),
            Map.entry("medic.jobs.takeovers", "Jobs taken over from a worker that did not give them back, by cause"),
            Map.entry("medic.jobs.claim", "How long free jobs were due before this replica claimed them"),
            Map.entry("medic.jobs.claims.lost", "Claims that this replica lost to others"),
            Map.entry("medic.database.session.open", "1 while this replica has its session with PostgreSQL, else 0"),
            Map.entry("medic.table.bytes", "Size of a table with its indexes, in bytes"),
            Map.entry("medic.table.rows", "Rows of a table, as the database estimates them"),
            Map.entry("medic.sweep.last.timestamp.seconds", "Unix time when what is old of a kind was last removed"),
            Map.entry("medic.sweep.removed", "Rows of a kind that this replica removed for their age"),
            Map.entry("medic.sweep.failures", "Failed attempts of this replica to remove what is old of a kind"),
            Map.entry("medic.evidence.disk.free.bytes", "Bytes that may still be written on the bundles' disk"),
            Map.entry("medic.evidence.disk.size.bytes", "Size of the bundles' disk in bytes"),
            Map.entry(
                    "medic.cluster.last.diagnosed.timestamp.seconds",
                    "Unix time of the cluster's last diagnosis; of its entry where there was none"),
            Map.entry("medic.webhooks.disabled", "Webhooks that were given up because they fail"),
            Map.entry("medic.webhooks.pending", "Deliveries that wait to be sent"),
            Map.entry("medic.webhooks.attempts", "Attempts to deliver, by verdict"),
            Map.entry("medic.schedules.started", "Runs of schedules whose job was begun"),
            Map.entry("medic.schedules.missed", "Runs of schedules that were not begun, by reason"),
            Map.entry("medic.schedules.stopped", "Schedules that the service has stopped because they cannot run"),
            Map.entry("medic.access.keys.expiring", "Keys that expire soon"),
            Map.entry("medic.access.refused", "Requests refused for lack of a key or a right, by code")));

    @Produces
    @Singleton
    static MeterFilter filter() {
        return new MetricHelp();
    }

    /** Names and meanings, as the meters are called in the code. */
    static Map<String, String> words() {
        return Map.copyOf(WORDS);
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String words = WORDS.get(id.getName());
        return words == null
                ? id
                : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), words, id.getType());
    }
}
