package io.presencemedic.runbook.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartOrderTest {
    private static final Node PUB = node("imp-pub", NodeRole.IMP_PUBLISHER);
    private static final Node SUB = node("imp-sub", NodeRole.IMP_SUBSCRIBER);

    private final List<ServiceName> order = StartOrder.of(PUB);

    @Test
    void networkServicesComeInTheStandardOrderAndTheFiveOfD3InTheirs() {
        assertThat(order.stream().filter(ServiceOrder.STANDARD_START::contains))
                .containsExactlyElementsOf(ServiceOrder.LARGER_START);
    }

    @Test
    void everyServiceComesBehindThoseThatItNeeds() {
        for (ServiceName service : order) {
            for (ServiceName need : StartOrder.needs(service)) {
                assertThat(order.indexOf(need)).as(service + " needs " + need).isLessThan(order.indexOf(service));
            }
        }
    }

    @Test
    void whatMayBeStoppedIsNotStarted() {
        assertThat(order)
                .doesNotContain(
                        new ServiceName("Cisco XCP Directory Service"),
                        new ServiceName("Cisco Serviceability Reporter"),
                        new ServiceName("System SSH"));
        assertThat(StartOrder.of(SUB)).doesNotContain(new ServiceName("Cisco DRF Master"));
        assertThat(order).contains(new ServiceName("Cisco DRF Master")).doesNotHaveDuplicates();
    }

    @Test
    void theProxyIsStartedBehindTheRouterThatItNeeds() {
        assertThat(StartOrder.PRESENCE_ENGINE_PREREQUISITES)
                .extracting(ServiceName::value)
                .containsExactly("Cisco Presence Datastore", "Cisco XCP Router", "Cisco SIP Proxy", "Cisco Sync Agent");
    }

    private static Node node(String name, NodeRole role) {
        return new Node(name, role, name, 22, 8443, null);
    }
}
