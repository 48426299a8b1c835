package io.presencemedic;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.cluster.ConfiguredCredentials;
import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.database.Blocking;
import io.presencemedic.database.StartFailure;
import io.presencemedic.runbook.TimeScales;
import io.presencemedic.simulator.Account;
import io.presencemedic.simulator.FolderInUse;
import io.presencemedic.simulator.RunningSimulator;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorException;
import io.presencemedic.simulator.SimulatorSettings;
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
    private static final String ID = "simulated";
    private static final CredentialNames CREDENTIALS =
            new CredentialNames("simulated-platform", "simulated-application");
    private static final int BEFORE_ALL_ELSE = 1_000;

    private final SimulatorConfig config;
    private final TimeScales paces;
    private final Clusters clusters;
    private final ConfiguredCredentials credentials;
    private final Path home;
    private final Clock clock;
    private @Nullable Simulator simulator;

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
        RunningSimulator running = run();
        credentials.give(CREDENTIALS.platform(), credential(running.platform()));
        credentials.give(CREDENTIALS.application(), credential(running.application()));
        boolean isAlone = Blocking.await(clusters.putSimulated(cluster(running)));
        if (!isAlone) {
            throw new StartFailure("The simulator is on and the inventory holds real clusters; they do not mix."
                    + " Set medic.simulator.enabled=false, or use another database.");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (simulator != null) {
            simulator.close();
        }
    }

    private RunningSimulator run() {
        try {
            SimulatorSettings settings =
                    SimulatorSettings.of(home, config.scenario(), paces.timeFactor(), config.secondGroup(), clock);
            try {
                Simulator started = Simulator.start(settings);
                simulator = started;
                return RunningSimulator.of(started);
            } catch (FolderInUse e) {
                return RunningSimulator.of(settings);
            }
        } catch (IllegalArgumentException | SimulatorException e) {
            throw new StartFailure("The simulator cannot start: " + e.getMessage(), e);
        }
    }

    private static Cluster cluster(RunningSimulator running) {
        return new Cluster(
                ID,
                "Simulated cluster",
                CREDENTIALS,
                false,
                running.certificate(),
                running.endpoints().stream().map(SimulatedClusterStart::node).toList(),
                true);
    }

    static Node node(SimulatedEndpoint endpoint) {
        return new Node(
                endpoint.name(),
                NodeRole.valueOf(endpoint.role()),
                endpoint.host(),
                endpoint.sshPort(),
                endpoint.httpsPort(),
                endpoint.hostKey());
    }

    private static Credential credential(Account account) {
        return new Credential(account.username(), account.password());
    }
}
