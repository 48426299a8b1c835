package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cisco.soap.SetHighAvailability;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.WebServices;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each status and fault of a web service means for the caller, and whether it is asked again. */
@BesideTheService
class HttpStatusTest extends HttpFixture {
    @ParameterizedTest
    @CsvSource({
        "401, LINK_NOT_AUTHENTICATED",
        "403, LINK_NOT_AUTHORISED",
        "404, LINK_REFUSED",
        "302, LINK_REFUSED",
        "501, LINK_REFUSED"
    })
    void aStatusHasItsOwnFailureAndIsNotTriedAgain(int status, String code) {
        service.then(status, "<html>page</html>");
        assertThat(failure(new GetCcmVersion()).code()).isEqualTo(code);
        assertThat(service.heard).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 502, 504})
    void aPageInsteadOfAnAnswerIsAskedForOnceMoreAndThenWorthWaitingFor(int status) throws Exception {
        service.then(status, "<html>starting</html>").then(200, version("1"));
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        service.then(status, " <!DOCTYPE html><title>x</title>starting").then(status, "<HTML>starting");
        assertThat(failure(new GetCcmVersion())).isInstanceOfSatisfying(LinkFailure.PageInstead.class, it -> {
            assertThat(it.mayComeBack()).isTrue();
            assertThat(it.words()).contains("starting");
        });
        assertThat(service.heard).hasSize(4);
    }

    @Test
    void aPageInsteadOfTheAnswerToAChangeLeavesInDoubtWhatBecameOfIt() {
        service.then(504, "<html>late</html>");
        assertThat(failure(new SetHighAvailability(GROUP, false))).isInstanceOf(LinkFailure.PageInstead.class);
        assertThat(service.heard).hasSize(1);
    }

    @Test
    void aRefusedAccountIsNotTriedAgainOnAnyLink() {
        service.then(401, "");
        assertThat(failure(new GetCcmVersion()).code()).isEqualTo("LINK_NOT_AUTHENTICATED");
        assertThat(failure(new GetCcmVersion()).code()).isEqualTo("LINK_NOT_AUTHENTICATED");
        assertThat(service.heard).hasSize(1);
    }

    @Test
    void anAccountThatMayReadOnlyIsNotTakenForAWrongPassword() throws Exception {
        service.then(200, version("1")).then(401, "");
        call(new GetCcmVersion());
        assertThat(failure(new SetHighAvailability(GROUP, false)))
                .isEqualTo(new LinkFailure.NotAuthorised("cucm-pub", "reader", "updatePresenceRedundancyGroup"));
    }

    @Test
    void theSchemaVersionIsAgreedOnceAndRemembered() throws Exception {
        service.then(599, "Incorrect axl version. Supported axl versions are 10.x, 11.0 and 11.5")
                .then(200, version("1"))
                .then(200, version("2"));
        call(new GetCcmVersion());
        call(new GetCcmVersion());
        assertThat(service.heard)
                .extracting(ScriptedWebService.RecordedRequest::action)
                .containsExactly(
                        "\"CUCM:DB ver=12.5 getCCMVersion\"",
                        "\"CUCM:DB ver=11.5 getCCMVersion\"",
                        "\"CUCM:DB ver=11.5 getCCMVersion\"");
    }

    @Test
    void aNodeThatSharesNoSchemaVersionIsReported() {
        service.then(599, "Supported axl versions are 7.0 and 8.0");
        assertThat(failure(new GetCcmVersion()))
                .isInstanceOfSatisfying(LinkFailure.NoCommonVersion.class, it -> assertThat(it.words())
                        .contains("8.0"));
    }

    @Test
    void aThrottledRequestIsSentAgainALittleLaterAndIsBusyInTheEnd() throws Exception {
        service.then(503, "")
                .then(500, fault("Maximum AXL Memory Allocation Consumed. Please retry once"))
                .then(200, version("1"));
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        service.then(503, "a").then(503, "b").then(503, "c").then(503, "the queue is too long");
        assertThat(failure(new SetHighAvailability(GROUP, true))).isInstanceOfSatisfying(LinkFailure.Busy.class, it -> {
            assertThat(it.passing()).isTrue();
            assertThat(it.words()).contains("the queue is too long");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 500, 502})
    void aRateThatIsExceededIsWaitedForWhateverItsStatus(int status) throws Exception {
        service.then(
                        status,
                        fault("Exceeded allowed rate for Reatime information. Current allowed rate for realtime"
                                + " information is 15 requests per minute."))
                .then(200, version("1"));
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        assertThat(service.heard).hasSize(2);
    }

    @Test
    void tooManyRequestsWithoutAFaultAreWaitedForToo() throws Exception {
        service.then(429, "<html>Too Many Requests</html>").then(200, version("1"));
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
    }

    @Test
    void aChangeThatTheServersPageAnswersWasNotMadeAndMayBeMadeALittleLater() {
        service.then(404, "").then(404, "");
        assertThat(failure(new SetHighAvailability(GROUP, true)))
                .isInstanceOfSatisfying(LinkFailure.NotServing.class, it -> {
                    assertThat(it.passing()).isFalse();
                    assertThat(it.mayComeBack()).isTrue();
                });
    }

    @Test
    void aFaultIsReportedInTheServicesWordsWithoutSecrets() {
        service.then(500, fault("Item not valid: password=hidden"));
        assertThat(failure(new GetCcmVersion()))
                .isEqualTo(new LinkFailure.Refused("cucm-pub", "getCCMVersion", "Item not valid: password=********"));
    }

    @Test
    void aReadIsRepeatedOnceAfterALostConnectionAndAChangeNever() throws Exception {
        service.then(exchange -> {}).then(200, version("1"));
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        service.then(exchange -> {}).then(200, version("2"));
        assertThat(failure(new SetHighAvailability(GROUP, true)).code()).isEqualTo("LINK_LOST");
        assertThat(service.heard).hasSize(3);
    }

    @Test
    void serviceabilityCallsAreCountedPerMinute() throws Exception {
        wire.close();
        wire = wire(Map.of("medic.link.http.requests-per-minute", "1"));
        service.then(500, fault("first")).then(200, version("1"));
        failure(GetServiceStatus.all());
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
        WebServices services = open();
        Thread closer = new Thread(services::close);
        try (services) {
            closer.start();
            assertThat(failure(services, GetServiceStatus.all()).code()).isIn("LINK_LOST", "LINK_BUSY");
        }
        assertThat(service.heard).hasSize(2);
    }

    @Test
    void aChangeWhoseAnswerDoesNotComeInTimeIsNotSentAgain() throws Exception {
        service.then(exchange -> new CountDownLatch(1).await()).then(200, version("1"));
        assertThat(failure(new BrokenExchangeTest.Impatient(Duration.ofMillis(500))))
                .isInstanceOf(LinkFailure.TimedOut.class);
        assertThat(service.heard).hasSize(1);
        assertThat(call(new GetCcmVersion())).isEqualTo("1");
    }

    @Test
    void eachNodeHasALimitOfItsOwn() throws Exception {
        wire.close();
        wire = wire(Map.of("medic.link.http.requests-per-minute", "1"));
        service.then(500, fault("first"));
        failure(GetServiceStatus.all());
        try (ScriptedWebService other = new ScriptedWebService(CERTIFICATES.server("leaf"));
                WebServices services = open()) {
            other.then(500, fault("second"));
            Node neighbour = new Node("imp-sub", NodeRole.IMP_SUBSCRIBER, "127.0.0.1", 22, other.port(), null);
            assertThatThrownBy(() -> services.call(neighbour, GetServiceStatus.all()))
                    .hasMessageContaining("second");
        }
    }
}
