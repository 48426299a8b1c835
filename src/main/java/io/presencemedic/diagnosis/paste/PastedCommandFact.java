package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.diagnosis.fact.FactKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fact the answer of a command tells. */
final class PastedCommandFact {
    private PastedCommandFact() {}

    /** The fact; empty for a command that tells none. */
    static Optional<? extends FactKey<?>> of(@Nullable KnownCommand known) {
        if (known == null) {
            return Optional.empty();
        }
        return switch (known.kind()) {
            case SERVICE_LIST -> Optional.of(FactKey.SERVICES);
            case SERVICE_START, SERVICE_STOP, SERVICE_RESTART, SERVICE_ACTIVATE -> Optional.of(FactKey.SERVICE_CHANGES);
            case SYNC_MONITOR -> Optional.of(FactKey.SYNC_MONITOR);
            case HIGH_AVAILABILITY -> Optional.of(FactKey.HIGH_AVAILABILITY);
            case REPLICATION -> Optional.of(FactKey.REPLICATION);
            case NETWORK_CLUSTER -> Optional.of(FactKey.NETWORK_CLUSTER);
            case CORE_FILES -> Optional.of(FactKey.CORE_FILES);
            case VERSION -> Optional.of(FactKey.VERSION);
            case SQL_SELECT -> FactKey.ofQuery(known.text());
            case CONNECTIVITY -> Optional.of(FactKey.CONNECTIVITY);
            case DIAGNOSTIC_TESTS -> Optional.of(FactKey.DIAGNOSTIC_TESTS);
            case HOSTS -> Optional.of(FactKey.HOSTS);
            case SQL_CHANGE, PAGINATION, DATABASE_INTEGRITY, DATABASE_DUMP, DATABASE_REPORT, ACTIVE_SESSIONS ->
                Optional.empty();
        };
    }
}
