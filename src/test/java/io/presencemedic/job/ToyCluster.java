package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Plan;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster of switches and one service, with faults that tests plant at the nth command. */
final class ToyCluster implements ClusterLink {
    static final Node NODE = new Node("toy", NodeRole.IMP_PUBLISHER, "192.0.2.1", 22, 8443, null);
    static final Hold HIGH_AVAILABILITY = Hold.highAvailability("group");
    static final Hold MONITOR = Hold.replicationSyncMonitor("toy");

    final Set<String> off = new TreeSet<>();
    final List<String> changesHeard = new ArrayList<>();
    /** The runbooks that a step may ask for. */
    final Map<String, Plan> books = new TreeMap<>();

    private final Faults faults;
    String service = "STARTING";
    boolean heals = true;
    boolean refusesHighAvailability;

    ToyCluster(Faults faults) {
        this.faults = faults;
    }

    /** What is off is listed, and calls for attention. */
    void assertNothingIsOffInSilence(JobHistory history) {
        List<String> said = history.leftSwitchedOff().stream()
                .map(left -> new Hold(left.kind(), left.subject()).words())
                .toList();
        assertThat(said).containsAll(off);
        if (!off.isEmpty()) {
            assertThat(history.state()).isEqualTo(JobState.NEEDS_ATTENTION);
        }
    }

    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        faults.before(command.text());
        String answer = command.effect() == Effect.CHANGES ? change(command.text()) : look(command.text());
        faults.after(command.text());
        try {
            return command.read(Answer.of(answer));
        } catch (io.presencemedic.cisco.cli.Unreadable e) {
            throw new LinkException(
                    new LinkFailure.NotUnderstood(node.name(), command.text(), e.line(), e.text(), e.why()));
        }
    }

    private String look(String text) {
        if (text.equals("service")) {
            if (heals && off.contains(MONITOR.words()) && service.equals("STARTING")) {
                service = "STARTED";
                return "STARTING";
            }
            return service;
        }
        return off.contains(text) ? "off" : "on";
    }

    private String change(String text) {
        changesHeard.add(text);
        if (text.startsWith("off ")) {
            off.add(text.substring(4));
        } else if (text.startsWith("on ")) {
            off.remove(text.substring(3));
        } else if (text.equals("restart")) {
            service = "STARTED";
        }
        return "done";
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) {
        throw new UnsupportedOperationException("the toy has no web service");
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) {
        throw new UnsupportedOperationException("the toy has no files");
    }

    @Override
    public void close() {}

    record Say(String text, Effect effect) implements Command<String> {
        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public String read(Answer answer) {
            return answer.text().strip();
        }
    }

    /** What happens around the nth interaction. */
    interface Faults {
        Faults NONE = new Faults() {};

        default void before(String what) throws LinkException {}

        default void after(String what) throws LinkException {}
    }
}
