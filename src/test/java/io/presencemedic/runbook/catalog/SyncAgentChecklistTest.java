package io.presencemedic.runbook.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.job.PaperJob;
import io.presencemedic.runbook.step.FakeCluster;
import io.presencemedic.runbook.step.PaperFault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncAgentChecklistTest {
    private FakeCluster cluster;

    @BeforeEach
    void theSyncAgentIsDown() {
        cluster = PaperFault.PUBLISHERS_NEED_A_RESTART.cluster();
    }

    @Test
    void versionsOfDifferentServiceUpdatesAreRefused() {
        cluster.version(FakeCluster.PUB, "15.0.1.11900-22");
        refused("VERSIONS_DIFFER", "imp-pub runs 15.0.1.11900-22");
    }

    @Test
    void aNodeOutsideTheServerListMustBeRebuilt() {
        cluster.processNodes.remove("imp-pub");
        refused("NODE_NOT_IN_SERVER_LIST", "must be rebuilt");
    }

    @Test
    void aTestThatFailsIsNamed() {
        cluster.tests = List.of(new DiagnosticTests.Test("validate_network", "Reverse DNS lookup failed", false));
        refused("DIAGNOSTIC_TEST_FAILED", "validate_network: Reverse DNS lookup failed");
    }

    @Test
    void aWebServiceThatDoesNotAnswerIsRefusedAfterSomeTime() {
        cluster.webServiceDown = true;
        refused("WEB_SERVICE_UNREACHABLE", "D7.5");
    }

    @Test
    void anotherPublisherAddressIsRefused() {
        cluster.syncAgentPublisher = "192.0.2.99";
        refused("PUBLISHER_ADDRESS_DIFFERS", "192.0.2.99");
    }

    @Test
    void thePublishersNameIsAsGoodAsItsAddress() {
        cluster.syncAgentPublisher = "cucm-pub.example.com";
        assertThat(run().state()).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void aMissingApplicationUserIsToBeCreated() {
        cluster.accountInCucm = new String[0];
        refused("APPLICATION_USER_MISSING", "syncuser");
    }

    @Test
    void whatDiffersIsNamedAndNoSecretIsTold() {
        cluster.accountInCucm = new String[] {"ffff", "syncuser", "s3cr3t-two"};
        PaperJob job = refused("SYNC_AGENT_ACCOUNT_DIFFERS", "pkid and cucm_axluser_pkid; credentials and axlpassword");
        assertThat(job.log()).doesNotContain("s3cr3t");
    }

    @Test
    void aSecretThatIsTheSameIsNotToldEither() {
        PaperJob job = run();
        assertThat(job.log()).contains("are the same on both sides").doesNotContain("s3cr3t");
    }

    @Test
    void theRestartOfThePublishersIsLeftToAPersonAndThenChecked() {
        PaperJob job = run();
        assertThat(job.state()).as(job.why()).isEqualTo("AWAITING_APPROVAL");
        assertThat(job.why()).contains("restart cucm-pub, wait until it is back, then imp-pub");
        assertThat(cluster.heard)
                .containsOnly("imp-pub: utils service start Cisco Sync Agent")
                .hasSize(2);

        cluster.startsAllBut("nothing");
        job.answer(true);
        assertThat(job.state()).as(job.why()).isEqualTo("SUCCEEDED");
    }

    @Test
    void noRestartIsAskedForWhileHighAvailabilityIsOn() {
        cluster.haSays("Normal", "Normal");
        PaperJob job = run();
        assertThat(job.code()).isEqualTo("HA_ON");
        assertThat(job.why()).contains("high-availability-disable");
    }

    @Test
    void whatStillDoesNotStartEndsAtTac() {
        PaperJob job = run().answer(true);
        assertThat(job.state()).isEqualTo("FAILED");
        assertThat(job.why()).contains("E-SYNC-AGENT");
    }

    private PaperJob run() {
        return Books.job(cluster, "sync-agent-checklist").run();
    }

    private PaperJob refused(String code, String words) {
        PaperJob job = run();
        assertThat(job.state()).as(job.why()).isEqualTo("FAILED");
        assertThat(job.code()).as(job.why()).isEqualTo(code);
        assertThat(job.why()).contains(words);
        assertThat(cluster.heard).isEmpty();
        return job;
    }
}
