package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Transport;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is collected over real connections from simulated clusters. */
@BesideTheService
class LiveFactsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void everythingIsKnownOfAHealthyCluster() throws Exception {
        try (WiredFacts cluster = new WiredFacts("healthy")) {
            ClusterFacts facts = cluster.collect(LONG);
            assertThat(facts.nodes()).allSatisfy(node -> assertThat(node.all().values())
                    .allMatch(fact -> fact.known().isPresent()));
            assertThat(Rules.look(facts).findings()).isEmpty();
            assertThat(Rules.look(facts).undetermined()).isEmpty();
        }
    }

    @Test
    void withoutTheCliTheServicesAreKnownAllTheSame() throws Exception {
        try (WiredFacts cluster = new WiredFacts("stuck-in-starting", Transport.SOAP)) {
            ClusterFacts facts = cluster.collect(LONG);
            Fact.Known<?> services =
                    facts.node("imp-sub").orElseThrow().known(FactKey.SERVICES).orElseThrow();
            assertThat(services.heard().evidence("Cisco Presence Engine[").text())
                    .startsWith("Cisco Presence Engine[STARTING]");
            assertThat(facts.node("imp-sub").orElseThrow().get(FactKey.REPLICATION))
                    .isInstanceOfSatisfying(Fact.Unknown.class, unknown -> assertThat(unknown.code())
                            .isNotNull());
            assertThat(cluster.simulator.heard()).noneMatch(heard -> heard.channel() == Channel.SSH);
        }
    }

    @Test
    void withTheCliAloneControlCenterIsNotCalled() throws Exception {
        try (WiredFacts cluster = new WiredFacts("healthy", Transport.SSH)) {
            assertThat(cluster.collect(LONG).known(FactKey.CONTROL_CENTER)).isEmpty();
            assertThat(cluster.simulator.heard())
                    .noneMatch(heard -> heard.text().startsWith("soapGetServiceStatus"));
        }
    }

    @Test
    void aLinkThatIsCutAtEachCommandOnceSpoilsNothing() throws Exception {
        try (WiredFacts cluster = new WiredFacts("healthy")) {
            for (String command : new String[] {"utils service list", "utils ha status", "show version active"}) {
                cluster.simulator
                        .faults()
                        .add(Fault.of(FaultKind.DROP_MIDWAY).on("imp-sub").at(command));
            }
            assertThat(cluster.collect(LONG).node("imp-sub").orElseThrow().all().values())
                    .allMatch(fact -> fact.known().isPresent());
        }
    }

    @Test
    void aRefusedAccountIsTriedOnceOnEachNode() throws Exception {
        try (WiredFacts cluster = new WiredFacts("healthy")) {
            cluster.simulator
                    .faults()
                    .add(Fault.of(FaultKind.REFUSE_ACCOUNT).on("imp-pub").by(Channel.SSH));
            NodeFacts facts = cluster.collect(LONG).node("imp-pub").orElseThrow();
            assertThat(facts.get(FactKey.VERSION))
                    .isInstanceOfSatisfying(Fact.Unknown.class, unknown -> assertThat(unknown.code())
                            .isEqualTo("LINK_NOT_AUTHENTICATED"));
            assertThat(facts.known(FactKey.CONTROL_CENTER)).isPresent();
        }
    }

    @Test
    void aMutePromptIsReportedWhenTheTimeIsOverAndHidesNoOtherAnswer() throws Exception {
        try (WiredFacts cluster = new WiredFacts("healthy")) {
            cluster.simulator
                    .faults()
                    .add(Fault.of(FaultKind.MUTE_PROMPT).on("imp-sub").at("show network cluster"));
            ClusterFacts facts = cluster.collect(Duration.ofSeconds(10));
            NodeFacts mute = facts.node("imp-sub").orElseThrow();
            assertThat(mute.known(FactKey.SERVICES)).isPresent();
            assertThat(mute.get(FactKey.NETWORK_CLUSTER))
                    .isInstanceOfSatisfying(Fact.Unknown.class, unknown -> assertThat(unknown.reason())
                            .isEqualTo("no answer within 10 seconds"));
            assertThat(facts.known(FactKey.VERSION)).hasSize(3);
        }
    }

    @Test
    void aClusterOfSeveralSimulatorsIsOneCluster() throws Exception {
        try (WiredFacts cluster = WiredFacts.ofSixNodes()) {
            Cluster six = cluster.cluster();
            assertThat(six.nodes()).hasSize(6);
            assertThat(cluster.collect(LONG).known(FactKey.SERVICES)).hasSize(6);
        }
    }
}
