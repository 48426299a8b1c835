package io.presencemedic.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/** Says in the log that replicas of two versions run side by side, as they do for a while in every update. */
@ApplicationScoped
class SchemaVersion {
    private static final Logger LOG = Logger.getLogger(SchemaVersion.class);

    private final Flyway flyway;
    private final ExecutorService threads;

    SchemaVersion(Flyway flyway, ExecutorService threads) {
        this.flyway = flyway;
        this.threads = threads;
    }

    /** The start does not wait for it. */
    void start(@Observes StartupEvent event) {
        threads.execute(this::tell);
    }

    private void tell() {
        try {
            notice(flyway.info()).ifPresent(LOG::warn);
        } catch (RuntimeException e) {
            LOG.infof("the version of the database's schema could not be read: %s", e.getMessage());
        }
    }

    /** What to say where the database was prepared by a newer version of this service; empty where it was not. */
    static Optional<String> notice(MigrationInfoService info) {
        MigrationVersion own = Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved())
                .flatMap(migration -> Optional.ofNullable(migration.getVersion()).stream())
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
        return Arrays.stream(info.applied())
                .flatMap(migration -> Optional.ofNullable(migration.getVersion()).stream())
                .max(MigrationVersion::compareTo)
                .filter(there -> there.isNewerThan(own))
                .map(there -> "The database is prepared for a newer version of this service: its schema is " + there
                        + ", this replica knows " + own
                        + ". Both may run side by side during an update; if none is under way, install the newer version"
                        + " here.");
    }
}
