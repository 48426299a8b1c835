package io.presencemedic;

import io.presencemedic.cluster.Clusters;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.credential.ConfiguredCredentials;
import io.presencemedic.database.Blocking;
import io.presencemedic.database.StartFailure;
import io.presencemedic.runbook.TimeScales;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Starts the simulated cluster and enters it into the inventory, before anything can ask for it. Where another process
 * simulates it in the same home, that one is used.
 */
@ApplicationScoped
class SimulatedClusterStart {
    private static final CredentialNames CREDENTIALS =
            new CredentialNames("simulated-platform", "simulated-application");
    private static final int BEFORE_ALL_ELSE = 1_000;

    private final SimulatorConfig config;
    private final TimeScales paces;
    private final Clusters clusters;
    private final ConfiguredCredentials credentials;
    private final Path home;
    private final Clock clock;
    private @Nullable DefaultCluster simulated;

    SimulatedClusterStart(
            SimulatorConfig config,
            TimeScales paces,
            Clusters clusters,
            ConfiguredCredentials credentials,
            Config all,
            Clock clock) {
        this.config = config;
        this.paces = paces;
        this.clusters = clusters;
        this.credentials = credentials;
        this.home = Path.of(all.getValue("medic.home", String.class));
        this.clock = clock;
    }

    void start(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event) {
        if (!config.enabled()) {
            Blocking.await(clusters.removeSimulated());
            return;
        }
        DefaultCluster started = DefaultCluster.open(config, home, paces.timeFactor(), clock);
        simulated = started;
        credentials.give(CREDENTIALS.platform(), started.platform());
        credentials.give(CREDENTIALS.application(), started.application());
        boolean isAlone = Blocking.await(clusters.putSimulated(started.entry(CREDENTIALS)));
        if (!isAlone) {
            throw new StartFailure("The simulator is on and the inventory holds real clusters; they do not mix."
                    + " Set medic.simulator.enabled=false, or use another database.");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (simulated != null) {
            simulated.close();
        }
    }
}
