package io.presencemedic;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.database.StartFailure;
import io.presencemedic.simulator.Account;
import io.presencemedic.simulator.FolderInUse;
import io.presencemedic.simulator.RunningSimulator;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorException;
import io.presencemedic.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The simulator as the start has found or made it. Loaded only where it is on: a production build has none. */
final class DefaultCluster implements AutoCloseable {
    private static final String ID = "simulated";

    private final RunningSimulator running;
    private final @Nullable Simulator own;

    private DefaultCluster(RunningSimulator running, @Nullable Simulator own) {
        this.running = running;
        this.own = own;
    }

    /**
     * Starts the simulator, or finds the one that another process runs in the same home.
     *
     * @throws StartFailure where it cannot start
     */
    static DefaultCluster open(SimulatorConfig config, Path home, double timeFactor, Clock clock) {
        try {
            SimulatorSettings settings =
                    SimulatorSettings.of(home, config.scenario(), timeFactor, config.secondGroup(), clock);
            try {
                Simulator started = Simulator.start(settings);
                return new DefaultCluster(RunningSimulator.of(started), started);
            } catch (FolderInUse e) {
                return new DefaultCluster(RunningSimulator.of(settings), null);
            }
        } catch (IllegalArgumentException | SimulatorException e) {
            throw new StartFailure("The simulator cannot start: " + e.getMessage(), e);
        }
    }

    Credential platform() {
        return credential(running.platform());
    }

    Credential application() {
        return credential(running.application());
    }

    Cluster entry(CredentialNames credentials) {
        return new Cluster(
                ID,
                "Simulated cluster",
                credentials,
                false,
                running.certificate(),
                running.endpoints().stream().map(DefaultCluster::node).toList(),
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

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
