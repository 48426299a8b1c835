package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import org.junit.jupiter.api.Test;

/** Procedures that meet in their way what another one is about. */
class InEachOthersWayTest {
    private static final ServiceName ENGINE = new ServiceName("Cisco Presence Engine");

    @Test
    void whatStaysStartingDoesNotKeepStoppedServicesFromBeingStarted() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        cluster.set(FakeCluster.SUB, ENGINE, ServiceState.STARTING, null);
        cluster.commandOut(FakeCluster.SUB, "Cisco XCP Authentication Service");
        PaperJob job = Books.job(cluster, "stopped-services-start").run();

        assertThat(job.code()).isEqualTo("TIMED_OUT");
        assertThat(job.why()).contains("Cisco Presence Engine is STARTING on imp-sub");
        assertThat(cluster.heard).containsExactly("imp-sub: utils service start Cisco XCP Authentication Service");
    }

    @Test
    void whatNeedsAServiceThatStaysStartingIsNotStarted() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        cluster.set(FakeCluster.SUB, new ServiceName("Cisco XCP Router"), ServiceState.STARTING, null);
        cluster.commandOut(FakeCluster.SUB, "Cisco XCP Authentication Service", "Cisco CDP");
        Books.job(cluster, "stopped-services-start").run();

        assertThat(cluster.heard).containsExactly("imp-sub: utils service start Cisco CDP");
    }

    @Test
    void stuckServicesThatWaitForAStoppedOneAreLeftAloneUnlessThatIsToBeStarted() {
        FakeCluster cluster = PaperFault.STUCK_IN_STARTING.cluster();
        cluster.commandOut(FakeCluster.SUB, "Cisco XCP Router");
        PaperJob refused = Books.job(cluster, "services-stuck-in-starting").run();

        assertThat(refused.code()).isEqualTo("NEEDED_SERVICE_DOWN");
        assertThat(cluster.heard).isEmpty();

        PaperJob job = startingWhatIsStopped(cluster);
        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.isAllOn()).isTrue();
    }

    @Test
    void fewStartingServicesThatWaitForAStoppedOneAreNoMatterOfTheMonitor() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        cluster.set(FakeCluster.SUB, ENGINE, ServiceState.STARTING, null);
        cluster.fail(FakeCluster.SUB, "Cisco XCP Router");
        PaperJob job = startingWhatIsStopped(cluster);

        assertThat(job.code()).isEqualTo("NEEDED_SERVICE_DOWN");
        assertThat(cluster.heard).isEmpty();
    }

    private static PaperJob startingWhatIsStopped(FakeCluster cluster) {
        ObjectNode start = JsonNodeFactory.instance.objectNode().put("stoppedServices", "START");
        return Books.job(cluster, "services-stuck-in-starting", start, true).run();
    }
}
