package io.presencemedic.link.ssh;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.Console;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.RepeatedReading;
import io.presencemedic.link.Urgency;
import io.presencemedic.redaction.SecretMask;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The command lines of a cluster's nodes for one link. Shares each node's shell, and a second one beside it, with the
 * other links.
 */
final class SshConsole implements Console {
    private static final String NEEDED = "a remediation needs the shell";

    private final SshConsoles wire;
    private final LinkListener listener;
    private final Urgency urgency;
    private final Map<NodeShell, Boolean> lines = new ConcurrentHashMap<>();
    private final Map<NodeShell, Boolean> typing = new ConcurrentHashMap<>();
    private final NodeLogins logins;
    private final SecondShells seconds;
    private volatile boolean closed;

    SshConsole(SshConsoles wire, Cluster cluster, LinkListener listener, Urgency urgency) {
        this.wire = wire;
        this.listener = listener;
        this.urgency = urgency;
        this.logins = new NodeLogins(wire, cluster, listener);
        this.seconds = new SecondShells(wire, this::openSecond);
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
        NodeShell first = wire.line(node);
        join(first);
        Deadline turns = Deadline.in(wire.config().turn());
        long asked = System.nanoTime();
        while (true) {
            NodeShell line = beside(node, first, command).orElse(first);
            Optional<ShellLock.Turn> turn = line.lock()
                    .enter(
                            urgency(command),
                            () -> line.hangUp(NEEDED),
                            turns,
                            () -> closed
                                    || line == first
                                            && beside(node, first, command).isPresent());
            if (turn.isEmpty()) {
                requireTime(node, turns, recording);
                continue;
            }
            try {
                logins.requireNoFailureSince(asked, line);
                return inTurn(node, line, turn.get(), command, recording);
            } catch (LinkException e) {
                if (closed || !line.lock().gaveWay(turn.get()) && !(line != first && isLost(e))) {
                    throw e;
                }
                asked = System.nanoTime();
            } finally {
                line.lock().leave(turn.get());
                wire.closeWhenIdle(line);
            }
        }
    }

    private void join(NodeShell line) {
        lines.put(line, true);
        line.join(this);
    }

    private Optional<NodeShell> beside(Node node, NodeShell first, Command<?> command) {
        return command.effect() == Effect.READS ? seconds.beside(node, first) : Optional.empty();
    }

    /** Only what reads gives way: a change that is under way is never cut short for somebody else. */
    private Urgency urgency(Command<?> command) {
        return command.effect() == Effect.READS ? urgency : Urgency.REMEDIATION;
    }

    private void requireTime(Node node, Deadline turns, CommandRecording recording) throws LinkException {
        if (closed) {
            throw new LinkException(new LinkFailure.GivenUp(node.name(), recording.during()));
        }
        if (turns.expired()) {
            throw new LinkException(new LinkFailure.Busy(
                    node.name(), recording.during(), "others have used the node's shell for " + turns.patience()));
        }
    }

    private static boolean isLost(LinkException e) {
        return e.failure() instanceof LinkFailure.Lost;
    }

    private Answer inTurn(
            Node node, NodeShell line, ShellLock.Turn turn, Command<?> command, CommandRecording recording)
            throws LinkException, InterruptedException {
        boolean first = line == wire.line(node);
        typing.put(line, true);
        if (first) {
            seconds.begin(line);
        }
        try {
            Shell shell = first ? logins.first(node, line) : logins.again(node, line);
            if (closed || line.lock().gaveWay(turn)) {
                throw new LinkException(new LinkFailure.GivenUp(node.name(), recording.during()));
            }
            recording.listensTo(shell);
            return exchange(node, line, shell, command, recording);
        } finally {
            typing.remove(line);
            if (first) {
                seconds.end(line);
            }
        }
    }

    private Answer exchange(Node node, NodeShell line, Shell shell, Command<?> command, CommandRecording recording)
            throws LinkException, InterruptedException {
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

    private void openSecond(Node node, NodeShell second) throws LinkException, InterruptedException {
        join(second);
        try {
            Optional<ShellLock.Turn> turn = second.lock()
                    .enter(
                            Urgency.DIAGNOSIS,
                            () -> {},
                            Deadline.in(wire.config().connectTimeout()),
                            () -> closed);
            if (turn.isPresent()) {
                openSecond(node, second, turn.get());
            }
        } finally {
            if (closed) {
                second.leave(this);
            }
        }
    }

    private void openSecond(Node node, NodeShell second, ShellLock.Turn turn)
            throws LinkException, InterruptedException {
        try {
            logins.second(node, second);
        } finally {
            second.lock().leave(turn);
        }
    }

    @Override
    public void close() {
        closed = true;
        typing.keySet().forEach(line -> line.hangUp("the link was closed"));
        lines.keySet().forEach(line -> line.leave(this));
    }
}
