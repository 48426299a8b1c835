package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final String HA_OFF = "updatePresenceRedundancyGroup " + FakeCluster.UUID + " haEnabled=false";
    private static final String HA_ON = "updatePresenceRedundancyGroup " + FakeCluster.UUID + " haEnabled=true";

    @Test
    void stoppedServicesAreStartedInTheStandardOrderAndEachOnceMoreAtMost() {
        FakeCluster cluster = PaperFault.COMMANDED_OUT_OF_SERVICE.cluster();
        PaperJob job = Books.job(cluster, "stopped-services-start").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        "imp-sub: utils service start Cisco Presence Datastore",
                        "imp-sub: utils service start Cisco XCP Router",
                        "imp-sub: utils service start Cisco XCP Router",
                        "imp-sub: utils service start Cisco XCP Config Manager",
                        "imp-sub: utils service start Cisco SIP Proxy",
                        "imp-sub: utils service start Cisco Presence Engine");
    }

    @Test
    void networkServicesAreStartedBehindTomcatInExactlyTheDocumentsOrder() {
        FakeCluster cluster = PaperFault.NETWORK_SERVICES_DOWN.cluster();
        PaperJob job = Books.job(cluster, "network-services-down").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        HA_OFF,
                        "imp-pub: utils service start Cisco Tomcat",
                        "imp-pub: utils service start Cisco Client Profile Agent",
                        "imp-pub: utils service start Cisco Route Datastore",
                        "imp-pub: utils service start Cisco Presence Datastore",
                        "imp-pub: utils service start Cisco XCP Config Manager",
                        "imp-pub: utils service start Cisco XCP Router",
                        "imp-pub: utils service start Cisco SIP Proxy",
                        "imp-pub: utils service start Cisco Presence Engine",
                        HA_ON);
    }

    @Test
    void aDatabaseThatStaysInStartingIsRestartedAndThenStarted() {
        FakeCluster cluster = PaperFault.DATABASE_STARTING.cluster();
        PaperJob job = Books.job(cluster, "database-down").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        HA_OFF,
                        "imp-sub: utils service restart A Cisco DB Replicator",
                        "imp-sub: utils service restart A Cisco DB",
                        "imp-sub: utils service start A Cisco DB",
                        HA_ON);
    }

    @Test
    void theInterclusterSyncAgentIsStartedWhileHighAvailabilityIsOff() {
        FakeCluster cluster = PaperFault.INTERCLUSTER_SYNC_AGENT_DOWN.cluster();
        PaperJob job = Books.job(cluster, "intercluster-sync-agent-down").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(HA_OFF, "imp-pub: utils service start Cisco Intercluster Sync Agent", HA_ON);
    }

    @Test
    void thePresenceEngineIsStartedBehindWhatItNeeds() {
        FakeCluster cluster = PaperFault.PREREQUISITES_DOWN.cluster();
        PaperJob job = Books.job(cluster, "presence-engine-prerequisites").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        "imp-sub: utils service start Cisco SIP Proxy",
                        "imp-sub: utils service start Cisco Presence Engine");
    }

    @Test
    void aNodeThatJoinsItsGroupNeedsNothingElse() {
        FakeCluster cluster = PaperFault.OUTSIDE_GROUP.cluster();
        PaperJob job = Books.job(cluster, "presence-engine-outside-group").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(job.changed()).isTrue();
        assertThat(cluster.heard)
                .containsExactly("updatePresenceRedundancyGroup " + FakeCluster.UUID + " server2=imp-sub.example.com");
    }

    @Test
    void enginesThatAreDownOnBothNodesAfterJoiningAreRestartedBehindTheirProxiesPublisherFirst() {
        FakeCluster cluster = PaperFault.DOWN_ON_BOTH_AFTER_JOINING.cluster();
        PaperJob job = Books.job(cluster, "presence-engine-outside-group").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        "updatePresenceRedundancyGroup " + FakeCluster.UUID + " server2=imp-sub.example.com",
                        "imp-pub: utils service restart Cisco SIP Proxy",
                        "imp-pub: utils service restart Cisco Presence Engine",
                        "imp-sub: utils service restart Cisco SIP Proxy",
                        "imp-sub: utils service restart Cisco Presence Engine");
    }

    @Test
    void theSubclusterIsChangedOnceTheExactStatementIsApproved() {
        FakeCluster cluster = PaperFault.SUBCLUSTER_MISMATCH.cluster();
        PaperJob job = Books.job(cluster, "presence-engine-subcluster-mismatch").run();

        assertThat(job.state()).as(job.why()).isEqualTo("AWAITING_APPROVAL");
        assertThat(cluster.heard).isEmpty();
        assertThat(job.log()).contains("run sql update enterprisenode set subclusterid=1001 where id=12");

        job.answer(true);
        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard).containsExactly(PaperFault.UPDATE);
    }

    @Test
    void aDeclinedStatementIsNotSent() {
        FakeCluster cluster = PaperFault.SUBCLUSTER_MISMATCH.cluster();
        PaperJob job =
                Books.job(cluster, "presence-engine-subcluster-mismatch").run().answer(false);

        assertThat(job.state()).isEqualTo("CANCELLED");
        assertThat(cluster.heard).isEmpty();
    }

    @Test
    void thePresenceEngineIsStartedWhileTheMonitorsAreOffOnBothNodes() {
        FakeCluster cluster = PaperFault.PRESENCE_ENGINE_ALONE.cluster();
        PaperJob job = Books.job(cluster, "presence-engine-alone-down").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        "imp-pub: set replication-sync monitor disable",
                        "imp-sub: set replication-sync monitor disable",
                        "imp-sub: utils service start Cisco Presence Engine",
                        "imp-sub: set replication-sync monitor enable",
                        "imp-pub: set replication-sync monitor enable");
    }

    @Test
    void theWebServiceIsStartedBeforeTheSyncAgentThatNeedsIt() {
        FakeCluster cluster = PaperFault.AXL_WEB_SERVICE_DOWN.cluster();
        PaperJob job = Books.job(cluster, "sync-agent-checklist").run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        "cucm-pub: utils service start Cisco AXL Web Service",
                        "imp-pub: utils service start Cisco Sync Agent");
    }

    @Test
    void aServiceThatWasNeverActivatedIsActivatedAndThenStarted() {
        FakeCluster cluster = PaperFault.NOT_ACTIVATED.cluster();
        PaperJob job = Books.job(cluster, "service-activate", service("Cisco XCP Text Conference Manager"), true)
                .run();

        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard)
                .containsExactly(
                        "imp-sub: utils service activate Cisco XCP Text Conference Manager",
                        "imp-sub: utils service start Cisco XCP Text Conference Manager");
    }

    static com.fasterxml.jackson.databind.node.ObjectNode service(String name) {
        return JsonNodeFactory.instance.objectNode().put("service", name);
    }
}
