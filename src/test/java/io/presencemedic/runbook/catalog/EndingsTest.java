package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import org.junit.jupiter.api.Test;

/** How procedures end whose remedy does not help. */
class EndingsTest {
    @Test
    void anInterclusterSyncAgentThatDoesNotStartNamesItsDefectsAndHighAvailabilityComesBack() {
        FakeCluster cluster = PaperFault.INTERCLUSTER_SYNC_AGENT_DOWN.cluster();
        cluster.nothingStarts();
        PaperJob job = Books.job(cluster, "intercluster-sync-agent-down").run();

        assertThat(job.state()).isEqualTo("FAILED");
        assertThat(job.why())
                .contains("CSCvj09515 <https://bst.cloudapps.cisco.com/bugsearch/bug/CSCvj09515>")
                .contains("CSCvq63308")
                .contains("E-ICSA");
        assertThat(cluster.isAllOn()).isTrue();
    }

    @Test
    void aPresenceEngineThatDoesNotStartNamesItsDefectOnTheReleaseThatHasIt() {
        FakeCluster cluster = PaperFault.PRESENCE_ENGINE_ALONE.cluster();
        cluster.nothingStarts();
        cluster.version(FakeCluster.SUB, "12.5.1.13900-16");
        PaperJob job = Books.job(cluster, "presence-engine-alone-down").run();

        assertThat(job.state()).isEqualTo("FAILED");
        assertThat(job.why()).contains("CSCvg94247");
        assertThat(cluster.heard).contains("imp-pub: set replication-sync monitor enable");
    }

    @Test
    void aPresenceEngineOfAnotherReleaseIsNotBlamedOnTheDefect() {
        FakeCluster cluster = PaperFault.PRESENCE_ENGINE_ALONE.cluster();
        cluster.nothingStarts();
        PaperJob job = Books.job(cluster, "presence-engine-alone-down").run();

        assertThat(job.state()).isEqualTo("FAILED");
        assertThat(job.why()).doesNotContain("CSCvg94247");
    }

    @Test
    void aDatabaseThatDoesNotStartEndsAtTacAndSaysWhatIsLeftOff() {
        FakeCluster cluster = PaperFault.DATABASE_STARTING.cluster();
        cluster.nothingStarts();
        cluster.fail(FakeCluster.SUB, "A Cisco DB", "Cisco Sync Agent");
        PaperJob job = Books.job(cluster, "database-down").run();

        assertThat(job.state()).isEqualTo("NEEDS_ATTENTION");
        assertThat(job.why()).contains("E-DATABASE").contains("enabling high availability now would fail");
        assertThat(job.leftSwitchedOff()).isEqualTo(1);
    }

    @Test
    void networkServicesThatAreDownOnTheSubscriberOnlyAreNotD3() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        cluster.fail(FakeCluster.SUB, "Cisco Route Datastore");
        PaperJob job = Books.job(cluster, "network-services-down").run();

        assertThat(job.code()).isEqualTo("NETWORK_SERVICES_DOWN_ON_SUBSCRIBER");
        assertThat(job.why()).contains("stopped-services-start");
        assertThat(cluster.heard).isEmpty();

        assertThat(Books.job(cluster, "stopped-services-start").run().state()).isEqualTo("SUCCEEDED");
        assertThat(cluster.heard).containsExactly("imp-sub: utils service start Cisco Route Datastore");
    }

    @Test
    void theConfigManagerNamesItsDefect() {
        FakeCluster cluster = PaperFault.NETWORK_SERVICES_DOWN.cluster();
        cluster.startsAllBut("Cisco XCP Config Manager");
        PaperJob job = Books.job(cluster, "network-services-down").run();

        assertThat(job.why()).contains("CSCur25679").contains("E-NETWORK");
        assertThat(cluster.heard).doesNotContain("imp-pub: utils service start Cisco XCP Router");
    }

    @Test
    void aPresenceEngineThatFailedForWantOfWhatWasStoppedIsStartedWithIt() {
        assertThat(Books.remedied(PaperFault.PREREQUISITES_DOWN, "stopped-services-start").heard)
                .containsExactly(
                        "imp-sub: utils service start Cisco SIP Proxy",
                        "imp-sub: utils service start Cisco Presence Engine");
    }

    @Test
    void aFaultWithASectionOfItsOwnIsLeftToThat() {
        FakeCluster cluster = PaperFault.COMMANDED_OUT_OF_SERVICE.cluster();
        cluster.fail(FakeCluster.PUB, "Cisco Intercluster Sync Agent");
        PaperJob job = Books.succeeded(Books.job(cluster, "stopped-services-start"));

        assertThat(job.why()).contains("left to their own sections: Cisco Intercluster Sync Agent");
        assertThat(cluster.heard).noneMatch(text -> text.contains("Intercluster"));
    }

    @Test
    void whatHasNoFeatureConfiguredIsNotStarted() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        cluster.fail(FakeCluster.SUB, "Cisco XCP Directory Service");
        PaperJob job = Books.job(cluster, "service-start", Books.service("Cisco XCP Directory Service"), true)
                .run();

        assertThat(job.code()).isEqualTo("FEATURE_NOT_CONFIGURED");
        assertThat(job.why()).contains("Third-Party Clients").contains("D8.1");
        assertThat(cluster.heard).isEmpty();
    }

    @Test
    void whoSaysThatTheFeatureIsConfiguredMayStartIt() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        cluster.fail(FakeCluster.SUB, "Cisco XCP Directory Service");
        ObjectNode parameters = Books.service("Cisco XCP Directory Service").put("featureConfigured", true);

        Books.succeeded(Books.job(cluster, "service-start", parameters, true));
    }

    @Test
    void activatingWhatWaitsForItsFeatureSaysWhereToConfigureIt() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        PaperJob job = Books.succeeded(
                Books.job(cluster, "service-activate", Books.service("Cisco XCP Directory Service"), true));

        assertThat(job.why()).contains("Third-Party Clients");
        assertThat(cluster.heard).containsExactly("imp-sub: utils service activate Cisco XCP Directory Service");
    }

    @Test
    void aNetworkServiceIsNotActivated() {
        FakeCluster cluster = PaperFault.NONE.cluster();
        PaperJob job = Books.job(cluster, "service-activate", Books.service("Cisco XCP Router"), true)
                .run();

        assertThat(job.changed()).isFalse();
        assertThat(cluster.heard).isEmpty();
    }

    @Test
    void aStoppedServiceThatDoesNotStartDoesNotKeepTheOthersFromBeingStarted() {
        FakeCluster cluster = PaperFault.COMMANDED_OUT_OF_SERVICE.cluster();
        cluster.commandOut(FakeCluster.SUB, "Cisco Login Datastore", "Cisco CDP");
        cluster.startsAllBut("Cisco Login Datastore");
        PaperJob job = Books.job(cluster, "stopped-services-start").run();

        assertThat(job.state()).isEqualTo("FAILED");
        assertThat(job.code()).isEqualTo("SERVICE_NOT_STARTED");
        assertThat(job.why()).contains("these do not start by hand: Cisco Login Datastore");
        assertThat(cluster.heard)
                .contains(
                        "imp-sub: utils service start Cisco Presence Engine", "imp-sub: utils service start Cisco CDP")
                .filteredOn(text -> text.endsWith("Login Datastore"))
                .hasSize(2);
    }

    @Test
    void aNodeOfAnotherGroupDoesNotJoin() {
        FakeCluster cluster = PaperFault.OUTSIDE_GROUP.cluster();
        cluster.processNodes.remove("imp-sub.example.com");
        PaperJob job = Books.job(cluster, "presence-engine-outside-group").run();

        assertThat(job.code()).isEqualTo("NODE_NOT_IN_SERVER_LIST");
        assertThat(cluster.heard).isEmpty();
    }

    @Test
    void aNameThatIsNoOtherNodeIsRefused() {
        FakeCluster cluster = PaperFault.OUTSIDE_GROUP.cluster();
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("node", "elsewhere");
        PaperJob job = Books.job(cluster, "presence-engine-outside-group", parameters, true)
                .run();

        assertThat(job.code()).isEqualTo("NODE_UNKNOWN");
    }
}
