package io.presencemedic.simulator;

import io.presencemedic.simulator.model.SimulatedCluster;
import io.presencemedic.simulator.model.SimulatedNodeState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A modelled cluster whose nodes can be reached by SSH and by TLS on the loopback address. */
public final class Simulator implements AutoCloseable {
    private final SimulatorSettings settings;
    private final FolderLock lock;
    private final SimulatorContext context;
    private final Future<TlsIdentity> identity;
    private final EndpointsFile file;
    private final List<SimulatedNode> nodes = new ArrayList<>();

    private Simulator(SimulatorSettings settings, FolderLock lock) throws IOException {
        Path folder = settings.folder();
        this.settings = settings;
        this.lock = lock;
        this.file = new EndpointsFile(folder.resolve("endpoints.json"));
        SimulatedCluster cluster = SimulatedCluster.open(
                settings.kept() ? folder.resolve("state.json") : null,
                settings.scenarios(),
                settings.secondGroup(),
                settings.timeFactor(),
                settings.clock());
        this.context = new SimulatorContext(
                cluster,
                new Faults(folder.resolve("faults.yaml")),
                new Journal(folder.resolve("heard.jsonl")),
                Executors.newCachedThreadPool(Simulator::daemon),
                settings.platform(),
                settings.application());
        this.identity = context.threads().submit(() -> TlsIdentity.keptIn(folder));
    }

    /**
     * Starts the simulator. A cluster that was simulated in the same home with the same scenarios goes on as it is;
     * other scenarios make a new one. Ports, host keys and the certificate stay the same.
     *
     * @throws SimulatorException if the home cannot be used
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public static Simulator start(SimulatorSettings settings) {
        try {
            Files.createDirectories(settings.folder());
            FolderLock lock = FolderLock.take(settings.folder());
            try {
                return new Simulator(settings, lock).listening();
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new SimulatorException(
                    "The simulator cannot start in " + settings.folder() + ": " + e.getMessage(), e);
        }
    }

    /** Where the nodes can be reached, CUCM's first. */
    public List<SimulatedEndpoint> endpoints() {
        return nodes.stream().map(SimulatedNode::endpoint).toList();
    }

    /** The certificate that its web services present, in PEM. */
    public String certificate() {
        try {
            return TlsIdentity.of(identity).pem();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The account of the platform CLI. */
    public Account platformAccount() {
        return settings.platform();
    }

    /** The account of the web services. */
    public Account applicationAccount() {
        return settings.application();
    }

    /** Everything that the nodes were told since the start or the last reset, in order. */
    public List<JournalEntry> heard() {
        return context.heard().all();
    }

    /** The faults that are switched on. */
    public Faults faults() {
        return context.faults();
    }

    /**
     * Begins anew with these scenarios: a new cluster, no faults, nothing heard. Sessions stay open.
     *
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public void reset(List<String> scenarios) {
        try {
            context.cluster().reset(scenarios);
            context.faults().clear();
            context.heard().clear();
            file.write(settings, scenarios, certificate(), endpoints());
        } catch (IOException e) {
            throw new SimulatorException("The simulator cannot begin anew: " + e.getMessage(), e);
        }
    }

    /**
     * Restarts a node, as an administrator does outside this product's reach; sessions stay open.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public void restartNode(String node) {
        context.cluster().tell(world -> world.restartNode(node));
    }

    /**
     * Configures the feature that a service needs before it can start (D8), as an administrator does on the web pages.
     *
     * @param service name of the service
     */
    public void configureFeature(String service) {
        context.cluster().tell(world -> world.configureFeature(service));
    }

    /** Hangs up on everybody; the cluster's state is kept. */
    @Override
    public void close() {
        context.cluster().time().end();
        try {
            for (SimulatedNode node : nodes) {
                node.close();
            }
            lock.close();
        } catch (IOException e) {
            throw new SimulatorException("The simulator cannot stop: " + e.getMessage(), e);
        } finally {
            context.threads().shutdownNow();
        }
    }

    private Simulator listening() throws IOException {
        try {
            listen();
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** All nodes at once, because making a host key takes its time. */
    private void listen() throws IOException {
        List<SimulatedNodeState> all = context.cluster().ask(world -> List.copyOf(world.nodes()));
        List<Future<SimulatedNode>> starting = all.stream()
                .map(node -> context.threads().submit(() -> start(node)))
                .toList();
        for (Future<SimulatedNode> node : starting) {
            nodes.add(started(node));
        }
        file.write(settings, settings.scenarios(), certificate(), endpoints());
    }

    private SimulatedNode start(SimulatedNodeState node) throws IOException {
        return SimulatedNode.start(context, node, settings.folder(), identity, file.last(node.name()));
    }

    private static SimulatedNode started(Future<SimulatedNode> node) throws IOException {
        try {
            return node.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() instanceof IOException cause ? cause.getMessage() : e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting.", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulator");
        thread.setDaemon(true);
        return thread;
    }
}
