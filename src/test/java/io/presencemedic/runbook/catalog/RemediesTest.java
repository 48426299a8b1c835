package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final String HA_OFF = "updatePresenceRedundancyGroup " + FakeCluster.UUID + " haEnabled=false";
    private static final String HA_ON = "updatePresenceRedundancyGroup " + FakeCluster.UUID + " haEnabled=true";

    @Test
    void stoppedServicesAreStartedInTheStandardOrderAndEachOnceMoreAtMost() {
        assertThat(Books.remedied(PaperFault.COMMANDED_OUT_OF_SERVICE, "stopped-services-start").heard)
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
        assertThat(Books.remedied(PaperFault.NETWORK_SERVICES_DOWN, "network-services-down").heard)
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
        assertThat(Books.remedied(PaperFault.DATABASE_STARTING, "database-down").heard)
                .containsExactly(
                        HA_OFF,
                        "imp-sub: utils service restart A Cisco DB Replicator",
                        "imp-sub: utils service restart A Cisco DB",
                        "imp-sub: utils service start A Cisco DB",
                        HA_ON);
    }

    @Test
    void theInterclusterSyncAgentIsStartedWhileHighAvailabilityIsOff() {
        assertThat(Books.remedied(PaperFault.INTERCLUSTER_SYNC_AGENT_DOWN, "intercluster-sync-agent-down").heard)
                .containsExactly(HA_OFF, "imp-pub: utils service start Cisco Intercluster Sync Agent", HA_ON);
    }

    @Test
    void thePresenceEngineIsStartedBehindWhatItNeeds() {
        assertThat(Books.remedied(PaperFault.PREREQUISITES_DOWN, "presence-engine-prerequisites").heard)
                .containsExactly(
                        "imp-sub: utils service start Cisco SIP Proxy",
                        "imp-sub: utils service start Cisco Presence Engine");
    }

    @Test
    void aNodeThatJoinsItsGroupNeedsNothingElse() {
        FakeCluster cluster = PaperFault.OUTSIDE_GROUP.cluster();
        PaperJob job = Books.succeeded(Books.job(cluster, "presence-engine-outside-group"));

        assertThat(job.changed()).isTrue();
        assertThat(cluster.heard)
                .containsExactly("updatePresenceRedundancyGroup " + FakeCluster.UUID + " server2=imp-sub.example.com");
    }

    @Test
    void enginesThatAreDownOnBothNodesAfterJoiningAreRestartedBehindTheirProxiesPublisherFirst() {
        assertThat(Books.remedied(PaperFault.DOWN_ON_BOTH_AFTER_JOINING, "presence-engine-outside-group").heard)
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
        assertThat(Books.remedied(PaperFault.PRESENCE_ENGINE_ALONE, "presence-engine-alone-down").heard)
                .containsExactly(
                        "imp-pub: set replication-sync monitor disable",
                        "imp-sub: set replication-sync monitor disable",
                        "imp-sub: utils service start Cisco Presence Engine",
                        "imp-sub: set replication-sync monitor enable",
                        "imp-pub: set replication-sync monitor enable");
    }

    @Test
    void theWebServiceIsStartedBeforeTheSyncAgentThatNeedsIt() {
        assertThat(Books.remedied(PaperFault.AXL_WEB_SERVICE_DOWN, "sync-agent-checklist").heard)
                .containsExactly(
                        "cucm-pub: utils service start Cisco AXL Web Service",
                        "imp-pub: utils service start Cisco Sync Agent");
    }

    @Test
    void aServiceThatWasNeverActivatedIsActivatedAndThenStarted() {
        FakeCluster cluster = PaperFault.NOT_ACTIVATED.cluster();
        Books.succeeded(
                Books.job(cluster, "service-activate", Books.service("Cisco XCP Text Conference Manager"), true));

        assertThat(cluster.heard)
                .containsExactly(
                        "imp-sub: utils service activate Cisco XCP Text Conference Manager",
                        "imp-sub: utils service start Cisco XCP Text Conference Manager");
    }
}
