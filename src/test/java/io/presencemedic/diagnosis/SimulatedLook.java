package io.presencemedic.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.AxlVersion;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapFault;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Look;
import io.presencemedic.simulator.command.Call;
import io.presencemedic.simulator.command.CommandTable;
import io.presencemedic.simulator.command.Output;
import io.presencemedic.simulator.model.SimulatedCluster;
import io.presencemedic.simulator.model.World;
import io.presencemedic.simulator.soap.SoapDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a simulated cluster within the same process: its texts and envelopes are the real ones, only the wire is
 * missing.
 */
final class SimulatedLook implements Look {
    private static final CommandTable COMMANDS = CommandTable.standard();

    private final SimulatedCluster simulated;
    private final SoapDesk desk;
    private final Cluster cluster;

    SimulatedLook(SimulatedCluster simulated) {
        this.simulated = simulated;
        this.desk = new SoapDesk(simulated);
        this.cluster = new Cluster(
                "simulated",
                "Simulated",
                new CredentialNames("platform", "application"),
                false,
                null,
                simulated.ask(SimulatedLook::nodes),
                true);
    }

    private static List<Node> nodes(World world) {
        return world.nodes().stream()
                .map(node ->
                        new Node(node.name(), NodeRole.valueOf(node.role().name()), node.address(), 22, 8443, null))
                .toList();
    }

    @Override
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public Optional<String> heldOffBy(Hold hold) {
        return Optional.empty();
    }

    @Override
    public <T> T ask(Node node, Command<T> command) throws LinkException {
        Answer answer = new Answer(print(node, command.text()));
        try {
            return command.read(answer);
        } catch (Unreadable e) {
            throw new LinkException(
                    new LinkFailure.NotUnderstood(node.name(), command.text(), e.line(), e.text(), e.why()));
        }
    }

    /** What a node prints. */
    List<String> print(Node node, String line) throws LinkException {
        if (simulated.ask(world -> world.node(node.name()).down())) {
            throw new LinkException(
                    new LinkFailure.NotReachable(node.name(), node.host() + ":22", "it does not answer"));
        }
        Printed printed = new Printed();
        CommandTable.Match match = COMMANDS.find(
                        simulated.ask(world -> world.node(node.name()).role()), line)
                .orElseThrow(() -> new IllegalArgumentException("the simulator does not know " + line));
        match.command().run(new Call(simulated, node.name(), match.arguments(), printed));
        return printed.lines;
    }

    @Override
    public <T> T ask(Node node, Operation<T> operation) throws LinkException {
        SoapDesk.Reply reply = desk.ask(
                        node.name(),
                        operation.service() == SoapService.AXL,
                        Envelope.write(operation, AxlVersion.FIRST_TRIED),
                        Envelope.action(operation, AxlVersion.FIRST_TRIED))
                .orElseThrow(() -> new LinkException(new LinkFailure.NotReachable(
                        node.name(), node.host() + ":8443", "the connection was refused")));
        try {
            return switch (reply.status()) {
                case 200, 500 ->
                    Envelope.read(
                            operation, new ByteArrayInputStream(reply.body().getBytes(UTF_8)));
                case 503 ->
                    throw new LinkException(new LinkFailure.Busy(node.name(), operation.summary(), "HTTP status 503"));
                default ->
                    throw new LinkException(
                            new LinkFailure.Refused(node.name(), operation.summary(), "HTTP status " + reply.status()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SoapFault fault) {
            throw new LinkException(new LinkFailure.Refused(node.name(), operation.summary(), fault.words()));
        } catch (Unreadable e) {
            throw new LinkException(
                    new LinkFailure.NotUnderstood(node.name(), operation.summary(), e.line(), e.text(), e.why()));
        }
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException {
        throw new LinkException(
                new LinkFailure.Refused(node.name(), "GetOneFile " + file.path(), "files are not served here"));
    }

    private static final class Printed implements Output {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void line(String text) {
            lines.addAll(
                    text.lines().toList().isEmpty() ? List.of("") : text.lines().toList());
        }

        @Override
        public void pause(Duration time) {}

        @Override
        public boolean confirm(String question, String wanted) {
            return true;
        }

        @Override
        public void view(List<String> shown) {
            lines.addAll(shown);
        }

        @Override
        public boolean paged() {
            return false;
        }

        @Override
        public void paged(boolean on) {}

        @Override
        public void pageThisAnswer() {}
    }
}
