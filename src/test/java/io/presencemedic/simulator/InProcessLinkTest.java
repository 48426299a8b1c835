package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListProcessNode;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.simulator.model.Scenarios;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@BesideTheService
class InProcessLinkTest {
    @Test
    void itAnswersAsTheServersDo() throws LinkException {
        InProcessLink link = InProcessLink.to("healthy");
        Node publisher = link.cluster().node("imp-pub").orElseThrow();
        Node cucm = link.cluster().node("cucm-pub").orElseThrow();

        assertThat(link.run(publisher, new UtilsServiceList()).in(ServiceState.STARTED))
                .hasSizeGreaterThan(30);
        assertThat(link.run(publisher, new UtilsHaStatus()).enabled()).contains(true);
        assertThat(link.call(cucm, new ListPresenceRedundancyGroup())).hasSize(1);
        assertThat(link.call(cucm, new ListProcessNode())).isNotEmpty();
        assertThat(link.heard()).extracting(JournalEntry::changes).containsOnly(false);
    }

    @Test
    void timePassesWithWhatCommandsTake() throws LinkException {
        InProcessLink link = InProcessLink.to("healthy");
        Node publisher = link.cluster().node("imp-pub").orElseThrow();
        Instant before = link.clock().instant();

        link.run(publisher, new UtilsServiceList());

        assertThat(link.clock().instant()).isEqualTo(before.plusSeconds(2));
    }

    @Test
    void aNodeThatIsDownCannotBeReached() {
        InProcessLink link = InProcessLink.to("node-down");
        Node subscriber = link.cluster().node("imp-sub").orElseThrow();

        assertThatThrownBy(() -> link.run(subscriber, new UtilsServiceList()))
                .isInstanceOfSatisfying(
                        LinkException.class, e -> assertThat(e.failure()).isInstanceOf(LinkFailure.NotReachable.class));
    }

    @Test
    void everyScenarioCanBePlayed() throws LinkException {
        for (String scenario : Scenarios.names()) {
            InProcessLink link = InProcessLink.to(scenario);
            Node node = link.cluster()
                    .node(scenario.equals("cucm-down") ? "imp-pub" : "cucm-pub")
                    .orElseThrow();
            assertThat(link.run(node, new UtilsServiceList()).services()).isNotEmpty();
            link.close();
        }
    }
}
