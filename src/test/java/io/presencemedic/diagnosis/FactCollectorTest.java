package io.presencemedic.diagnosis;

import static io.presencemedic.diagnosis.FakeNodes.CUCM;
import static io.presencemedic.diagnosis.FakeNodes.PUB;
import static io.presencemedic.diagnosis.FakeNodes.SUB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.cluster.Node;
import io.presencemedic.diagnosis.collect.FactCollector;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.HeldOff;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.Hold;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@BesideTheService
class FactCollectorTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String AGENT_TABLE = """
            id ccmpublisherip axluser     axlpassword cucm_axluser_pkid
            == ============== =========== =========== =================
            1  192.0.2.10     CUCService1 51a7e99d02  0c44a1f2
            """;
    private static final String USER_TABLE = """
            pkid     name        credentials
            ======== =========== ===========
            0c44a1f2 CUCService1 77b2c0ffee
            """;

    private final FakeNodes nodes = new FakeNodes();

    @Test
    void aFactIsKnownWithTheLinesOfItsAnswer() throws LinkException {
        nodes.answers(SUB, "utils service list", FakeNodes.AGENT_DOWN);
        Fact.Known<?> services = facts(SUB).known(FactKey.SERVICES).orElseThrow();
        assertThat(services.heard().evidence("Cisco Sync Agent["))
                .isEqualTo(new Evidence(
                        "imp-sub", "utils service list", 1, "Cisco Sync Agent[STOPPED]  Component is not running"));
    }

    @Test
    void aNodeThatCannotBeReachedIsTriedOnceAndSpoilsNothingElse() throws LinkException {
        nodes.when(SUB, "", (node, question) -> {
            throw new LinkException(new LinkFailure.NotReachable(node, "192.0.2.12:22", "it does not answer"));
        });
        ClusterFacts facts = collect(LONG);
        assertThat(facts.node("imp-sub").orElseThrow().all().values())
                .allSatisfy(fact -> assertThat(((Fact.Unknown<?>) fact).code()).isEqualTo("LINK_NOT_REACHABLE"));
        assertThat(nodes.askedOf(SUB))
                .containsExactlyInAnyOrder("imp-sub utils service list", "imp-sub soapGetServiceStatus (all)");
        assertThat(facts.known(FactKey.VERSION)).hasSize(2);
    }

    @Test
    void aRefusedLoginIsNotTriedAgainAndTheOtherWayStaysOpen() throws LinkException {
        nodes.when(PUB, "utils service list", (node, question) -> {
            throw new LinkException(new TrustFailure.NotAuthenticated(node, "medic"));
        });
        NodeFacts facts = facts(PUB);
        assertThat(nodes.askedOf(PUB))
                .containsExactlyInAnyOrder("imp-pub utils service list", "imp-pub soapGetServiceStatus (all)");
        assertThat(facts.get(FactKey.REPLICATION)).isEqualTo(facts.get(FactKey.SERVICES));
        assertThat(facts.known(FactKey.CONTROL_CENTER)).isPresent();
    }

    @Test
    void theAccountOfTheWebServicesIsTriedOnOneNodeOnly() throws LinkException {
        for (Node node : nodes.cluster().nodes()) {
            for (String operation : new String[] {"soapGetServiceStatus", "getCCMVersion"}) {
                nodes.when(node, operation, (name, question) -> {
                    throw new LinkException(new TrustFailure.NotAuthenticated(name, "medic-axl"));
                });
            }
        }
        ClusterFacts facts = collect(LONG);
        assertThat(nodes.asked.stream().filter(text -> text.contains("soap") || text.contains("CCM")))
                .hasSize(1);
        assertThat(facts.nodes()).allSatisfy(node -> assertThat(node.get(FactKey.CONTROL_CENTER))
                .isInstanceOfSatisfying(Fact.Unknown.class, unknown -> assertThat(unknown.code())
                        .isEqualTo("LINK_NOT_AUTHENTICATED")));
    }

    @Test
    void anAnswerThatIsNotUnderstoodIsUnknownWithItsLines() throws LinkException {
        nodes.answers(CUCM, "show version active", "Active Master Version: soon\n");
        ClusterFacts facts = collect(LONG);
        Fact.Unknown<?> version =
                (Fact.Unknown<?>) facts.node("cucm-pub").orElseThrow().get(FactKey.VERSION);
        assertThat(version.code()).isEqualTo("LINK_NOT_UNDERSTOOD");
        assertThat(version.reason()).contains("line 1");
        assertThat(version.heard().answer()).containsExactly(new SourceLine(1, "Active Master Version: soon"));
        assertThat(facts.known(FactKey.CORE_FILES)).hasSize(3);
    }

    @Test
    void aConnectionThatIsLostOnceIsAskedAgain() throws LinkException {
        CountDownLatch first = new CountDownLatch(1);
        nodes.when(SUB, "show version active", (node, question) -> {
            if (first.getCount() == 0) {
                return "Active Master Version: 14.0.1.10000-20\n";
            }
            first.countDown();
            throw new LinkException(new LinkFailure.Lost(node, question, "connection reset"));
        });
        assertThat(facts(SUB).known(FactKey.VERSION)).isPresent();
    }

    @Test
    void nothingIsSaidOfAClusterWhoseJobAnotherWorkerHasByNow() {
        nodes.when(SUB, "show version active", (node, question) -> {
            throw new ClaimLost();
        });
        assertThatThrownBy(() -> collect(LONG)).isInstanceOf(ClaimLost.class);
    }

    @Test
    void allNodesAreAskedAtTheSameTime() throws LinkException {
        CyclicBarrier together = new CyclicBarrier(3);
        for (Node node : nodes.cluster().nodes()) {
            nodes.when(node, "utils service list", (name, question) -> {
                await(() -> together.await(20, TimeUnit.SECONDS));
                return FakeNodes.STARTED;
            });
        }
        assertThat(collect(LONG).known(FactKey.SERVICES)).hasSize(3);
    }

    @Test
    void whenTheTimeIsOverWhatIsMissingIsUnknownAndWhatIsThereIsKept() throws LinkException {
        CountDownLatch never = new CountDownLatch(1);
        nodes.when(SUB, "utils core active list", (node, question) -> {
            await(() -> never.await(60, TimeUnit.SECONDS));
            return "No core files found\n";
        });
        ClusterFacts facts = collect(Duration.ofMillis(1500));
        never.countDown();
        NodeFacts late = facts.node("imp-sub").orElseThrow();
        assertThat(late.known(FactKey.SERVICES)).isPresent();
        assertThat(late.get(FactKey.CORE_FILES))
                .isInstanceOfSatisfying(Fact.Unknown.class, unknown -> assertThat(unknown.code())
                        .isEqualTo("DIAGNOSIS_TIMED_OUT"));
        assertThat(late.get(FactKey.HIGH_AVAILABILITY)).isInstanceOf(Fact.Unknown.class);
        assertThat(facts.node("imp-pub").orElseThrow().known(FactKey.VERSION)).isPresent();
    }

    @Test
    void whatDoesNotNeedASlowAnswerIsAskedBesideIt() throws LinkException {
        CountDownLatch last = new CountDownLatch(1);
        nodes.when(SUB, "utils service list", (node, question) -> {
            await(() -> last.await(20, TimeUnit.SECONDS));
            return FakeNodes.STARTED;
        });
        nodes.when(SUB, "show version active", (node, question) -> {
            last.countDown();
            return "Active Master Version: 14.0.1.10000-20\n";
        });
        NodeFacts facts = facts(SUB);
        assertThat(facts.known(FactKey.SERVICES)).isPresent();
        assertThat(facts.known(FactKey.VERSION)).isPresent();
        assertThat(last.getCount()).isZero();
    }

    @Test
    void theAccountOfTheSyncAgentIsReadOnlyWhereTheAgentIsDown() throws LinkException {
        nodes.answers(PUB, "run sql select * from epassyncagentcfg", AGENT_TABLE);
        assertThat(collect(LONG).known(FactKey.APPLICATION_USER)).isEmpty();
        assertThat(nodes.asked).noneMatch(text -> text.contains("credential") || text.contains("diagnose"));

        nodes.answers(PUB, "utils service list", FakeNodes.AGENT_DOWN);
        nodes.answers(CUCM, "run sql select applicationuser.pkid", USER_TABLE);
        ClusterFacts facts = collect(LONG);
        assertThat(facts.known(FactKey.APPLICATION_USER)).hasSize(1);
        assertThat(nodes.asked).contains("imp-pub utils diagnose test");
        assertThat(nodes.asked).doesNotContain("imp-sub utils diagnose test");
        assertThat(facts.toString()).doesNotContain("51a7e99d02", "77b2c0ffee");
        facts.nodes().forEach(node -> node.all().values().forEach(fact -> assertThat(lines(fact))
                .doesNotContain("51a7e99d02", "77b2c0ffee")));
    }

    @Test
    void anAccountThatCannotBeAskedForIsUnknownWithTheReason() throws LinkException {
        nodes.answers(PUB, "utils service list", FakeNodes.AGENT_DOWN);
        assertThat(facts(CUCM).get(FactKey.APPLICATION_USER))
                .isInstanceOfSatisfying(Fact.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("axluser is not known"));
        nodes.answers(PUB, "run sql select * from epassyncagentcfg", AGENT_TABLE.replace("CUCService1", "o'Hara     "));
        assertThat(facts(CUCM).get(FactKey.APPLICATION_USER))
                .isInstanceOfSatisfying(Fact.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("characters"));
    }

    @Test
    void ourOwnRecordSaysWhatIsHeldOff() throws LinkException {
        nodes.held.put(Hold.highAvailability("Harbour"), "job-1");
        nodes.held.put(Hold.replicationSyncMonitor("imp-sub"), "job-2");
        assertThat(collect(LONG).heldOff())
                .containsExactly(
                        new HeldOff(Hold.highAvailability("Harbour"), "job-1"),
                        new HeldOff(Hold.replicationSyncMonitor("imp-sub"), "job-2"));
    }

    @Test
    void factsOfALinkThatWasGivenUpAreNone() {
        nodes.when(SUB, "utils core active list", (node, question) -> {
            throw new LinkException(new LinkFailure.GivenUp(node, question));
        });
        assertThatThrownBy(() -> collect(LONG)).isInstanceOf(LinkException.class);
    }

    @Test
    void anErrorOfOurOwnIsOneFactsReason() throws LinkException {
        nodes.when(SUB, "utils core active list", (node, question) -> {
            throw new IllegalStateException("secret detail");
        });
        NodeFacts facts = facts(SUB);
        assertThat(facts.get(FactKey.CORE_FILES).toString())
                .contains("error of this service")
                .doesNotContain("secret");
        assertThat(facts.known(FactKey.VERSION)).isPresent();
    }

    private NodeFacts facts(Node node) throws LinkException {
        return collect(LONG).node(node.name()).orElseThrow();
    }

    private ClusterFacts collect(Duration patience) throws LinkException {
        return FactCollector.collect(nodes, patience);
    }

    private static String lines(Fact<?> fact) {
        return fact.known().map(known -> known.heard().answer().toString()).orElse("");
    }

    private interface Waiting {
        void run() throws Exception;
    }

    private static void await(Waiting waiting) {
        try {
            waiting.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
