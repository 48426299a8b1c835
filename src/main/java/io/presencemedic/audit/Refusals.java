package io.presencemedic.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.presencemedic.database.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logins and permissions that were refused. An attacker costs a counter: the first refusals of each kind in a window of
 * ten seconds are recorded one by one, those beyond as a number, and all by one thread after the fact.
 */
@ApplicationScoped
public class Refusals {
    static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 500;

    private final AuditLog log;
    private final MeterRegistry metrics;
    private final int oneByOne;
    private Map<Kind, Tally> tallies = new LinkedHashMap<>();
    private int waiting;

    Refusals(AuditLog log, MeterRegistry metrics, AuditConfig config) {
        this.log = log;
        this.metrics = metrics;
        this.oneByOne = config.refusalsOneByOne();
    }

    private record Kind(String verb, String code) {}

    private record Refusal(Actor actor, AuditEntry entry) {}

    private static final class Tally {
        private final List<Refusal> samples = new ArrayList<>();
        private long beyond;
    }

    /**
     * Notes a refusal; never waits.
     *
     * @param verb {@code login.refuse} or {@code permission.refuse}
     * @param code code of the problem that the caller was told
     * @param target what he asked for, as method and path
     */
    public void note(Actor actor, String verb, String code, @Nullable String target) {
        metrics.counter("medic.access.refused", "code", code).increment();
        Refusal refusal = new Refusal(actor, AuditEntry.refused(verb, code, 1).target(shortened(target)));
        synchronized (this) {
            Tally tally = tallies.computeIfAbsent(new Kind(verb, code), kind -> new Tally());
            if (tally.samples.size() < oneByOne && waiting < MOST_WAITING) {
                tally.samples.add(refusal);
                waiting++;
            } else {
                tally.beyond++;
            }
        }
    }

    /** Records what was noted since the last time. Blocking. */
    void write() {
        taken().forEach((kind, tally) -> {
            tally.samples.forEach(each -> Blocking.await(log.record(each.actor(), each.entry()), PATIENCE));
            if (tally.beyond > 0) {
                AuditEntry rest = AuditEntry.refused(kind.verb(), kind.code(), tally.beyond);
                Blocking.await(log.record(Actor.unknown(null, null), rest), PATIENCE);
            }
        });
    }

    private synchronized Map<Kind, Tally> taken() {
        Map<Kind, Tally> taken = tallies;
        tallies = new LinkedHashMap<>();
        waiting = 0;
        return taken;
    }

    private static @Nullable String shortened(@Nullable String target) {
        return target == null || target.length() <= 200 ? target : target.substring(0, 200);
    }
}
