package io.presencemedic.simulator;

import io.presencemedic.LeapingClock;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.ssh.PlatformWords;
import io.presencemedic.simulator.command.Call;
import io.presencemedic.simulator.command.CommandTable;
import io.presencemedic.simulator.model.Scenarios;
import io.presencemedic.simulator.model.SimulatedCluster;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import io.presencemedic.simulator.soap.InProcessServices;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A simulated cluster of a test's own and the link to it, without sockets: commands and envelopes go to the model and
 * its answers to the parsers. Time stands still but for what commands take and what the test leaps. Accounts, host
 * keys, sessions and the faults of the wire are not simulated; a node that is down cannot be reached.
 */
public final class InProcessLink implements ClusterLink {
    private static final CommandTable COMMANDS = CommandTable.standard();

    private final LeapingClock clock = new LeapingClock();
    private final List<JournalEntry> heard = new ArrayList<>();
    private final SimulatedCluster model;
    private final InProcessServices services;
    private Consumer<JournalEntry> beforeChange = change -> {};

    private InProcessLink(List<String> scenarios, boolean secondGroup) {
        this.model = SimulatedCluster.open(null, scenarios, secondGroup, 1, clock);
        this.services = new InProcessServices(model, this::hear);
    }

    /**
     * A cluster with these scenarios at once, such as {@code one+another}.
     *
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public static InProcessLink to(String scenarios) {
        return new InProcessLink(Scenarios.parse(scenarios), false);
    }

    /** A healthy cluster with two redundancy groups. */
    public static InProcessLink toTwoGroups() {
        return new InProcessLink(List.of("healthy"), true);
    }

    /** Is told of each change before the node carries it out. */
    public void beforeChanges(Consumer<JournalEntry> listener) {
        beforeChange = listener;
    }

    /**
     * Makes the cluster anew; what was heard is forgotten.
     *
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public synchronized void reset(List<String> scenarios) {
        model.reset(scenarios);
        heard.clear();
    }

    /** The cluster's clock and the test's: one second of ours is one of the cluster's. */
    public LeapingClock clock() {
        return clock;
    }

    /** The cluster as the inventory would know it. */
    public Cluster cluster() {
        List<Node> nodes = model.ask(
                world -> world.nodes().stream().map(InProcessLink::node).toList());
        CredentialNames credentials = new CredentialNames("platform", "application");
        return new Cluster("simulated", "Simulated", credentials, false, null, nodes, true);
    }

    private static Node node(SimulatedNodeState node) {
        NodeRole role = NodeRole.valueOf(node.role().name());
        return new Node(node.name(), role, node.address(), Node.DEFAULT_SSH_PORT, Node.DEFAULT_HTTPS_PORT, null);
    }

    /** Everything that the nodes were told, in order. */
    public synchronized List<JournalEntry> heard() {
        return List.copyOf(heard);
    }

    private synchronized void hear(JournalEntry entry) {
        heard.add(entry);
        if (entry.changes()) {
            beforeChange.accept(entry);
        }
    }

    /** Does something to the cluster behind the product's back. */
    public void tell(Consumer<World> change) {
        model.tell(change);
    }

    /** The cluster behind its link, such as for what holds in the end. */
    public SimulatedCluster model() {
        return model;
    }

    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        return PlatformWords.read(node.name(), command, print(node, command.text()));
    }

    /** What a node prints when a line is typed, such as for the log of a session. */
    public Answer print(Node node, String line) throws LinkException {
        SimulatedNodeState state = model.ask(world -> world.node(node.name()));
        if (state.down()) {
            throw new LinkException(new LinkFailure.NotReachable(node.name(), node.host(), "it does not answer"));
        }
        Optional<CommandTable.Match> match = COMMANDS.find(state.role(), line);
        boolean changes = match.filter(found -> found.command().changes()).isPresent();
        hear(new JournalEntry(node.name(), Channel.SSH, line, changes, true, clock.instant()));
        SpokenAnswer out = new SpokenAnswer(clock::leap);
        match.ifPresentOrElse(
                found -> found.command().run(new Call(model, node.name(), found.arguments(), out)),
                () -> out.line(CommandTable.UNKNOWN));
        return out.answer();
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        return services.call(node, operation);
    }

    /** Files travel over a wire only. */
    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException {
        throw new LinkException(
                new LinkFailure.Refused(node.name(), "GetOneFile " + file.path(), "files are not served here"));
    }

    @Override
    public void close() {}
}
