package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.service.ServiceState.STARTED;
import static io.presencemedic.cisco.service.ServiceState.STARTING;
import static io.presencemedic.cisco.service.ServiceState.STOPPED;
import static io.presencemedic.cisco.service.ServiceState.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceRulesTest extends ModelTest {
    @Test
    void aServiceWithoutWhatItRequiresFailsToStart() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.services().stop("imp-sub", "Cisco SIP Proxy"));
        cluster.tell(world -> world.services().stop("imp-sub", PRESENCE_ENGINE));
        clock.leap(Duration.ofSeconds(10));
        cluster.tell(world -> world.services().start("imp-sub", PRESENCE_ENGINE));
        assertThat(state(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(STARTING);

        clock.leap(Duration.ofSeconds(30));

        assertThat(state(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(STOPPED);
        assertThat(note(cluster, "imp-sub", PRESENCE_ENGINE)).isEqualTo(ServiceNote.NOT_RUNNING);
    }

    @Test
    void restartingTheRouterRestartsAllActiveXcpServices() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.services().restart("imp-sub", "Cisco XCP Router"));
        assertThat(in(cluster, "imp-sub", STOPPING))
                .contains("Cisco XCP Router", "Cisco XCP Connection Manager", "Cisco XCP Authentication Service");

        clock.leap(Duration.ofMinutes(2));

        assertThat(state(cluster, "imp-sub", "Cisco XCP Connection Manager")).isEqualTo(STARTED);
        assertThat(state(cluster, "imp-sub", "Cisco XCP Directory Service")).isEqualTo(STOPPED);
    }

    @Test
    void stoppingAndStartingTheRouterLeavesTheOtherXcpServicesDown() {
        SimulatedCluster cluster = open("healthy");
        cluster.tell(world -> world.services().stop("imp-sub", "Cisco XCP Router"));
        clock.leap(Duration.ofMinutes(1));
        cluster.tell(world -> world.services().start("imp-sub", "Cisco XCP Router"));
        clock.leap(Duration.ofMinutes(1));

        assertThat(state(cluster, "imp-sub", "Cisco XCP Router")).isEqualTo(STARTED);
        assertThat(note(cluster, "imp-sub", "Cisco XCP Connection Manager"))
                .isEqualTo(ServiceNote.COMMANDED_OUT_OF_SERVICE);
    }
}
