package io.presencemedic.link.ssh;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.Console;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.RepeatedReading;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.link.Urgency;
import io.presencemedic.redaction.SecretMask;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The command lines of a cluster's nodes for one link. Shares each node's only shell with the other links. */
final class SshConsole implements Console {
    private final SshConsoles wire;
    private final Cluster cluster;
    private final LinkListener listener;
    private final Urgency urgency;
    private final Map<NodeShell, Boolean> lines = new ConcurrentHashMap<>();
    private final Map<NodeShell, Boolean> typing = new ConcurrentHashMap<>();
    private final Map<String, String> firstSeen = new ConcurrentHashMap<>();
    private volatile boolean closed;

    SshConsole(SshConsoles wire, Cluster cluster, LinkListener listener, Urgency urgency) {
        this.wire = wire;
        this.cluster = cluster;
        this.listener = listener;
        this.urgency = urgency;
    }

    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        CommandExchange.check(command);
        RepeatedReading repeated = new RepeatedReading(command.effect());
        while (true) {
            try {
                return once(node, command);
            } catch (LinkException e) {
                if (closed || !repeated.mayFollow(e.failure())) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Node node, Command<T> command) throws LinkException {
        CommandRecording recording =
                new CommandRecording(node.name(), SecretMask.mask(command.text()), wire.clock(), listener);
        try {
            Answer answer = answer(node, command, recording);
            return recording.read(command, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw recording.failed(new LinkFailure.Lost(node.name(), recording.during(), "the work was interrupted"));
        } catch (LinkException e) {
            throw recording.failed(
                    closed && e.failure() instanceof LinkFailure.Lost
                            ? new LinkFailure.GivenUp(node.name(), recording.during())
                            : e.failure());
        }
    }

    private Answer answer(Node node, Command<?> command, CommandRecording recording)
            throws LinkException, InterruptedException {
        NodeShell line = wire.line(node);
        lines.put(line, true);
        line.join(this);
        Deadline turns = Deadline.in(wire.config().turn());
        while (true) {
            ShellLock.Turn turn = enter(node, line, command, turns, recording);
            try {
                typing.put(line, true);
                return inTurn(node, line, turn, command, recording);
            } catch (LinkException e) {
                if (!line.lock().gaveWay(turn) || closed) {
                    throw e;
                }
            } finally {
                typing.remove(line);
                line.lock().leave(turn);
                wire.closeWhenIdle(line);
            }
        }
    }

    /** Only what reads gives way: a change that is under way is never cut short for somebody else. */
    private ShellLock.Turn enter(
            Node node, NodeShell line, Command<?> command, Deadline deadline, CommandRecording recording)
            throws LinkException, InterruptedException {
        boolean reads = command.effect() == Effect.READS;
        Runnable yields = () -> line.hangUp("a remediation needs the shell");
        Optional<ShellLock.Turn> turn =
                line.lock().enter(reads ? urgency : Urgency.REMEDIATION, yields, deadline, () -> closed);
        if (turn.isEmpty()) {
            throw new LinkException(
                    closed
                            ? new LinkFailure.GivenUp(node.name(), recording.during())
                            : new LinkFailure.Busy(
                                    node.name(),
                                    recording.during(),
                                    "others have used the node's only shell for " + deadline.patience()));
        }
        return turn.get();
    }

    private Answer inTurn(
            Node node, NodeShell line, ShellLock.Turn turn, Command<?> command, CommandRecording recording)
            throws LinkException, InterruptedException {
        ConnectAttempt attempt = attempt(node);
        Shell shell = line.shell(attempt, pinned(node), () -> login(node, attempt));
        if (closed || line.lock().gaveWay(turn)) {
            throw new LinkException(new LinkFailure.GivenUp(node.name(), recording.during()));
        }
        recording.listensTo(shell);
        try {
            return new CommandExchange(shell, node.name()).ask(command, recording::leaves);
        } catch (LinkException e) {
            if (e.failure() instanceof LinkFailure.TimedOut && command.effect() == Effect.CHANGES) {
                line.setAside();
                wire.endLater(shell, command.patience());
            }
            throw e;
        }
    }

    private ConnectAttempt attempt(Node node) throws LinkException {
        String name = cluster.credentials().platform();
        Credential credential = wire.credentials()
                .find(name)
                .orElseThrow(() -> new LinkException(new TrustFailure.NoCredential(
                        node.name(), name, wire.credentials().gap(name).orElse(null))));
        if (!wire.credentials().isFor(name, cluster, node)) {
            throw new LinkException(new TrustFailure.CredentialBound(node.name(), node.host(), name));
        }
        HostKeyCheck hostKey =
                new HostKeyCheck(node, pinned(node), wire.config().hostKeys());
        return new ConnectAttempt(cluster.id(), node, credential, Algorithms.of(cluster.legacyAlgorithms()), hostKey);
    }

    private @Nullable String pinned(Node node) {
        return node.hostKey() == null ? firstSeen.get(node.name()) : node.hostKey();
    }

    private Shell login(Node node, ConnectAttempt attempt) throws LinkException, InterruptedException {
        try {
            return wire.login().to(attempt, address -> wire.credentials().refusal(cluster, address));
        } finally {
            pinFirst(node, attempt);
        }
    }

    private void pinFirst(Node node, ConnectAttempt attempt) {
        String shown = attempt.hostKey.shown();
        if (shown != null && attempt.hostKey.refusal() == null && pinned(node) == null) {
            firstSeen.put(node.name(), shown);
            listener.pinned(node.name(), shown);
        }
    }

    @Override
    public void close() {
        closed = true;
        typing.keySet().forEach(line -> line.hangUp("the link was closed"));
        lines.keySet().forEach(line -> line.leave(this));
    }
}
