package io.presencemedic.runbook.step;

import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.Transport;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Hold;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cluster on paper: what is asked is answered from its fields, what is changed is written down and has its effect.
 */
public final class FakeCluster implements ClusterLink, ClusterReader {
    public static final Node CUCM = node("cucm-pub", NodeRole.CUCM_PUBLISHER, "192.0.2.10");
    public static final Node PUB = node("imp-pub", NodeRole.IMP_PUBLISHER, "192.0.2.11");
    public static final Node SUB = node("imp-sub", NodeRole.IMP_SUBSCRIBER, "192.0.2.12");
    public static final String UUID = "{4C1A52B0-91D7-4E5B-8E5F-0A3C77D0B215}";
    public static final String GROUP = "Harbour";

    /** Changes that were heard, each behind its node. */
    public final List<String> heard = new ArrayList<>();

    /** Files that lie on every node, by path. */
    public final Map<String, byte[]> files = new HashMap<>();

    final Map<Node, Map<ServiceName, ServiceStatus>> services = new HashMap<>();
    final Map<Node, List<EnterpriseNode>> enterpriseNodes = new HashMap<>();
    final Map<Node, String> versions = new HashMap<>();
    final Map<Node, Boolean> monitors = new HashMap<>();
    final Map<Node, String> haStates = new HashMap<>();
    final Map<String, Runnable> reactions = new HashMap<>();
    public final List<String> processNodes = new ArrayList<>(List.of("cucm-pub", "imp-pub", "imp-sub.example.com"));
    final Agenda agenda = new Agenda();
    public String syncAgentPublisher = "192.0.2.10";

    public String[] accountInCucm = {"0c44a1f2", "syncuser", "s3cr3t-one"};

    String[] accountInPresence = {"syncuser", "s3cr3t-one", "0C44A1F2"};
    public List<DiagnosticTests.Test> tests = List.of(new DiagnosticTests.Test("validate_network", "Passed", false));

    @Nullable
    String server2 = "imp-sub.example.com";

    boolean haStored;
    boolean haLive;
    public boolean webServiceDown;
    BiPredicate<Node, ServiceName> mayStart = (node, service) -> true;

    public FakeCluster() {
        for (Node node : List.of(CUCM, PUB, SUB)) {
            versions.put(node, "15.0.1.12900-43");
            monitors.put(node, true);
            services.put(node, new HashMap<>());
        }
        StartOrder.of(PUB).forEach(service -> set(PUB, service, ServiceState.STARTED, null));
        StartOrder.of(SUB).forEach(service -> set(SUB, service, ServiceState.STARTED, null));
        for (ServiceName service :
                List.of(DocumentSection.DATABASE, ServiceOrder.TOMCAT, DocumentSection.AXL_WEB_SERVICE)) {
            set(CUCM, service, ServiceState.STARTED, null);
        }
        for (Node node : List.of(PUB, SUB)) {
            set(node, new ServiceName("Cisco XCP Directory Service"), ServiceState.STOPPED, StopReason.NOT_ACTIVATED);
            enterpriseNodes.put(
                    node,
                    new ArrayList<>(List.of(
                            new EnterpriseNode(11, "imp-pub.example.com", 1001L),
                            new EnterpriseNode(12, "imp-sub.example.com", 1001L))));
        }
    }

    private static Node node(String name, NodeRole role, String host) {
        return new Node(name, role, host, 22, 8443, null);
    }

    /** Puts a service into a state. */
    public void set(Node node, ServiceName service, ServiceState state, @Nullable StopReason reason) {
        known(services.get(node)).put(service, new ServiceStatus(service, state, reason));
    }

    /** Puts services into the state of those that failed. */
    public void fail(Node node, String... names) {
        for (String name : names) {
            set(node, new ServiceName(name), ServiceState.STOPPED, StopReason.NOT_RUNNING);
        }
    }

    /** Puts services into the state of those that somebody stopped. */
    public void commandOut(Node node, String... names) {
        for (String name : names) {
            set(node, new ServiceName(name), ServiceState.STOPPED, StopReason.COMMANDED_OUT_OF_SERVICE);
        }
    }

    /** No start helps. */
    public void nothingStarts() {
        mayStart = (node, service) -> false;
    }

    /** Every start helps but those of one service. */
    public void startsAllBut(String name) {
        mayStart = (node, service) -> !service.value().equals(name);
    }

    /** The node runs this version. */
    public void version(Node node, String version) {
        versions.put(node, version);
    }

    ServiceState state(Node node, ServiceName service) {
        return known(known(services.get(node)).get(service)).state();
    }

    boolean runs(Node node, ServiceName service) {
        ServiceStatus row = known(services.get(node)).get(ServiceCatalog.canonical(service));
        return row != null && row.state() == ServiceState.STARTED;
    }

    /** Takes the time from a clock. */
    public void on(Supplier<Instant> time) {
        agenda.on(time);
    }

    /** Whether high availability is on in CUCM and every monitor is on. */
    public boolean isAllOn() {
        return haStored && monitors.values().stream().allMatch(on -> on);
    }

    /** High availability is on and the nodes say this of themselves. */
    public void haSays(String publisher, String subscriber) {
        haStored = true;
        haLive = true;
        haStates.put(PUB, publisher);
        haStates.put(SUB, subscriber);
    }

    /** The members of its group in the inventory. */
    public List<Node> members() {
        return server2 == null ? List.of(PUB) : List.of(PUB, SUB);
    }

    RedundancyGroup group() {
        return new RedundancyGroup(UUID, GROUP, null, "imp-pub.example.com", server2, haStored, 40);
    }

    @Override
    public Cluster cluster() {
        return new Cluster(
                "paper",
                "Paper",
                new CredentialNames("p", "a"),
                Transport.SSH,
                false,
                null,
                List.of(CUCM, PUB, SUB),
                false);
    }

    @Override
    public <T> T ask(Node node, Command<T> command) throws LinkException {
        require(command.effect());
        return run(node, command);
    }

    @Override
    public <T> T ask(Node node, Operation<T> operation) throws LinkException {
        require(operation.effect());
        return call(node, operation);
    }

    private static void require(Effect effect) {
        if (effect != Effect.READS) {
            throw new IllegalArgumentException("a look must not change anything");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T run(Node node, Command<T> command) throws LinkException {
        agenda.catchUp();
        return (T)
                (command.effect() == Effect.READS
                        ? FakeAnswers.read(this, node, command)
                        : FakeChanges.change(this, node, command));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        agenda.catchUp();
        if (webServiceDown || !runs(CUCM, DocumentSection.AXL_WEB_SERVICE)) {
            throw new LinkException(new LinkFailure.NotReachable(node.name(), node.host(), "refused"));
        }
        return (T)
                (operation.effect() == Effect.READS
                        ? FakeAnswers.read(this, operation)
                        : FakeChanges.change(this, operation));
    }

    /** Fetches one of {@link #files}. */
    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        byte[] bytes = files.get(file.path());
        if (bytes == null) {
            throw new LinkException(new LinkFailure.Refused(
                    node.name(), "GetOneFile " + file.path(), "FileName " + file.path() + " do not exist"));
        }
        to.write(bytes);
        return bytes.length;
    }

    @Override
    public Optional<String> heldOffBy(Hold hold) {
        return Optional.empty();
    }

    @Override
    public void close() {}

    static <T> T known(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
