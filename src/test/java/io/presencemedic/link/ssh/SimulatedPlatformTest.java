package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.SimulatedInventory;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.link.Urgency;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.OldHostKey;
import io.presencemedic.simulator.SharedSimulator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BesideTheService
class SimulatedPlatformTest {
    private static final String LIST = "utils service list";

    @RegisterExtension
    static final SharedSimulator shared = SharedSimulator.of("healthy", 500, Clock.systemUTC());

    private SshConsoles consoles;
    private Console console;
    private Node node;

    @BeforeEach
    void open() {
        node = SimulatedInventory.node(shared.endpoint("imp-sub"));
        Credential account = new Credential(
                shared.simulator().platformAccount().username(),
                shared.simulator().platformAccount().password());
        consoles = Wire.consoles(Wire.config(), account);
        Cluster cluster = new Cluster(
                "sim", "Sim", new CredentialNames("platform", "application"), false, null, List.of(node), true);
        console = consoles.open(cluster, transcript -> {}, Urgency.REMEDIATION);
    }

    private Object runOnUnpinned(boolean legacy) {
        Node unpinned = new Node(node.name(), node.role(), node.host(), node.sshPort(), node.httpsPort(), null);
        try (Console old = consoles.open(Wire.cluster(unpinned, legacy), transcript -> {}, Urgency.REMEDIATION)) {
            return old.run(unpinned, new Wire.Lines("show cli pagination"));
        } catch (LinkException e) {
            return e.failure();
        }
    }

    @AfterEach
    void close() {
        console.close();
        consoles.close();
    }

    private LinkFailure failure(Wire.Lines command) {
        try {
            console.run(node, command);
        } catch (LinkException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }

    @Test
    void listsAndChangesComeBackWhole() throws Exception {
        assertThat(console.run(node, new Wire.Lines(LIST)))
                .startsWith("Requesting service status, please wait...")
                .endsWith("Primary Node =false");
        assertThat(console.run(node, new Wire.Lines("utils service stop Cisco SIP Proxy").changing()))
                .anyMatch(line -> line.startsWith("Cisco SIP Proxy["));
        assertThat(console.run(node, new Wire.Lines(LIST)))
                .anyMatch(line -> line.matches("Cisco SIP Proxy\\[STOPPED].*"));
        assertThat(console.run(node, new Wire.Lines("utils ha status"))).isNotEmpty();
    }

    @Test
    void withPagingOnTheAnswerIsTheSame() throws Exception {
        List<String> unpaged = console.run(node, new Wire.Lines(LIST));
        console.run(node, new Wire.Lines("set cli pagination on"));
        assertThat(console.run(node, new Wire.Lines(LIST))).isEqualTo(unpaged);
    }

    @Test
    void anUnknownCommandIsRefused() {
        assertThat(failure(new Wire.Lines("show nothing"))).isInstanceOf(LinkFailure.Refused.class);
    }

    @Test
    void aChangedHostKeyIsRefused() throws IOException {
        shared.simulator().faults().add(Fault.of(FaultKind.CHANGE_HOST_KEY));
        assertThat(failure(new Wire.Lines(LIST))).isInstanceOf(TrustFailure.HostKeyChanged.class);
    }

    @Test
    void aRefusedAccountIsTriedOnce() throws IOException {
        shared.simulator().faults().add(Fault.of(FaultKind.REFUSE_ACCOUNT));
        assertThat(failure(new Wire.Lines(LIST))).isInstanceOf(TrustFailure.NotAuthenticated.class);
    }

    @Test
    void theSessionLimitIsBusy() throws IOException {
        shared.simulator().faults().add(Fault.of(FaultKind.SESSION_LIMIT));
        assertThat(failure(new Wire.Lines(LIST))).isInstanceOf(LinkFailure.Busy.class);
    }

    @Test
    void aLinkCutInTheMiddleOfACommandIsLostAndOpensAnew() throws Exception {
        for (FaultKind cut : List.of(FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER, FaultKind.DROP_MIDWAY)) {
            shared.simulator().faults().add(Fault.of(cut).by(Channel.SSH).at("utils service"));
            assertThat(failure(new Wire.Lines(LIST))).isInstanceOf(LinkFailure.Lost.class);
            assertThat(console.run(node, new Wire.Lines(LIST))).isNotEmpty();
            shared.simulator().faults().clear();
        }
    }

    @Test
    void aNodeOfAnOldReleaseIsReachedOnlyWithItsAlgorithms() throws Exception {
        OldHostKey.of("imp-sub", shared.home());
        shared.simulator().faults().add(Fault.of(FaultKind.OLD_ALGORITHMS));
        assertThat(runOnUnpinned(false)).isInstanceOfSatisfying(LinkFailure.Refused.class, it -> assertThat(it.words())
                .contains("legacyAlgorithms"));
        assertThat(runOnUnpinned(true)).isEqualTo(List.of("Automatic Pagination : Off."));
    }

    @Test
    void aNodeThatGoesDownSaysSo() {
        shared.simulator().faults().add(Fault.of(FaultKind.GOING_DOWN).at(LIST));
        assertThat(failure(new Wire.Lines(LIST)))
                .isInstanceOfSatisfying(
                        LinkFailure.Lost.class, it -> assertThat(it.why()).contains("going down for reboot"));
    }

    @Test
    void aShellThatTheNodeEndsForBeingIdleIsOpenedAnew() throws Exception {
        shared.simulator().faults().add(Fault.of(FaultKind.IDLE_TIMEOUT).late(Duration.ofMillis(1800)));
        for (int i = 0; i < 2; i++) {
            assertThat(console.run(node, new Wire.Lines(LIST))).isNotEmpty();
            TimeUnit.MILLISECONDS.sleep(2500);
        }
    }

    @Test
    void aMutePromptIsTimedOut() throws IOException {
        shared.simulator().faults().add(Fault.of(FaultKind.MUTE_PROMPT).at("utils service"));
        assertThat(failure(new Wire.Lines(LIST).within(Duration.ofSeconds(2))))
                .isInstanceOf(LinkFailure.TimedOut.class);
    }
}
