package io.presencemedic.runbook.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartOrderTest {
    private final List<ServiceName> order = StartOrder.of(FakeCluster.PUB);

    @Test
    void networkServicesComeInTheStandardOrder() {
        assertThat(order.stream().filter(ServiceOrder.STANDARD_START::contains))
                .containsExactlyElementsOf(ServiceOrder.STANDARD_START);
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
        assertThat(StartOrder.of(FakeCluster.SUB)).doesNotContain(new ServiceName("Cisco DRF Master"));
        assertThat(order).contains(new ServiceName("Cisco DRF Master")).doesNotHaveDuplicates();
    }

    @Test
    void theProxyIsStartedBehindTheRouterThatItNeeds() {
        assertThat(StartOrder.PRESENCE_ENGINE_PREREQUISITES)
                .extracting(ServiceName::value)
                .containsExactly("Cisco Presence Datastore", "Cisco XCP Router", "Cisco SIP Proxy", "Cisco Sync Agent");
    }
}
