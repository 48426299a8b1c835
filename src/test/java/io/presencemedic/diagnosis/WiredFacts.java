package io.presencemedic.diagnosis;

import io.presencemedic.EnteredCluster;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.Transport;
import io.presencemedic.diagnosis.collect.FactCollector;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.OwnLinks;
import io.presencemedic.link.Urgency;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated cluster of a test's own, from which facts are collected. */
final class WiredFacts implements AutoCloseable {
    final Simulator simulator;
    private final ClusterLinks links;
    private final Transport transport;
    private final @Nullable OwnLinks owned;
    private final @Nullable Simulator more;

    WiredFacts(String scenario) throws IOException {
        this(scenario, Transport.SSH_WITH_SOAP);
    }

    WiredFacts(String scenario, Transport transport) throws IOException {
        this(new OwnLinks(), start(scenario), transport, null);
    }

    private WiredFacts(OwnLinks owned, Simulator simulator, Transport transport, @Nullable Simulator more) {
        this(owned, owned, simulator, transport, more);
    }

    private WiredFacts(
            ClusterLinks links,
            @Nullable OwnLinks owned,
            Simulator simulator,
            Transport transport,
            @Nullable Simulator more) {
        this.links = links;
        this.owned = owned;
        this.simulator = simulator;
        this.transport = transport;
        this.more = more;
    }

    /** Three nodes more, which another simulator plays. */
    static WiredFacts ofSixNodes() throws IOException {
        return new WiredFacts(new OwnLinks(), start("healthy"), Transport.SSH_WITH_SOAP, start("healthy"));
    }

    /** The nodes that a simulator plays which somebody else has started, by links that somebody else has opened. */
    static WiredFacts of(ClusterLinks links, Simulator started) {
        return new WiredFacts(links, null, started, Transport.SSH_WITH_SOAP, null);
    }

    private static Simulator start(String scenario) throws IOException {
        return Simulator.start(
                SimulatorSettings.of(Files.createTempDirectory("medic-facts"), scenario, 600, false, Clock.systemUTC())
                        .passing());
    }

    /** All simulators that play the cluster. */
    List<Simulator> simulators() {
        return more == null ? List.of(simulator) : List.of(simulator, more);
    }

    Cluster cluster() {
        List<Node> nodes = new ArrayList<>(
                simulator.endpoints().stream().map(node -> node(node, "")).toList());
        String certificates = simulator.certificate();
        if (more != null) {
            more.endpoints().forEach(node -> nodes.add(node(node, "-b")));
            certificates += "\n" + more.certificate();
        }
        return cluster(nodes, certificates);
    }

    /** The cluster as if it had this node only. */
    Cluster alone(Node node) {
        return cluster(List.of(node), String.valueOf(cluster().trustedCertificates()));
    }

    private Cluster cluster(List<Node> nodes, String certificates) {
        return new Cluster("six", "Six", EnteredCluster.CREDENTIALS, transport, false, certificates, nodes, true);
    }

    private static Node node(SimulatedEndpoint endpoint, String suffix) {
        NodeRole role = NodeRole.valueOf(endpoint.role());
        NodeRole further = role.isPresence() ? NodeRole.IMP_SUBSCRIBER : NodeRole.CUCM_SUBSCRIBER;
        return new Node(
                endpoint.name() + suffix,
                suffix.isEmpty() ? role : further,
                endpoint.host(),
                endpoint.sshPort(),
                endpoint.httpsPort(),
                endpoint.hostKey());
    }

    ClusterFacts collect(Duration patience) throws LinkException {
        return collect(cluster(), patience);
    }

    ClusterFacts collect(Cluster cluster, Duration patience) throws LinkException {
        try (ClusterLink link = links.to(cluster, LinkListener.NONE, Urgency.DIAGNOSIS)) {
            return FactCollector.collect(new LinkLook(cluster, link), patience);
        }
    }

    @Override
    public void close() {
        simulators().forEach(Simulator::close);
        if (owned != null) {
            owned.close();
        }
    }
}
