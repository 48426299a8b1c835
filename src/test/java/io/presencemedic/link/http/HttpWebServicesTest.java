package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.link.LinkFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent, what comes back, and what is kept of it. */
@BesideTheService
class HttpWebServicesTest extends HttpFixture {
    @Test
    void anOperationGoesToItsServiceWithThePasswordAndComesBackAsAValue() throws Exception {
        service.then(200, version("14.0.1.10000-20"));
        assertThat(call(new GetCcmVersion())).isEqualTo("14.0.1.10000-20");
        assertThat(service.heard).singleElement().satisfies(heard -> {
            assertThat(heard.path()).isEqualTo("/axl/");
            assertThat(heard.authorization()).isEqualTo(BASIC);
            assertThat(heard.cookie()).isNull();
            assertThat(heard.action()).isEqualTo("\"CUCM:DB ver=12.5 getCCMVersion\"");
        });
        assertThat(transcripts).singleElement().satisfies(heard -> {
            assertThat(heard.command()).isEqualTo("getCCMVersion");
            assertThat(heard.answer()).contains("14.0.1.10000-20");
            assertThat(heard.failure()).isNull();
        });
    }

    @Test
    void aSessionIsUsedInsteadOfThePasswordUntilTheNodeForgetsIt() throws Exception {
        service.then(200, version("1"), Map.of("Set-Cookie", "JSESSIONIDSSO=abc; Path=/; Secure; HttpOnly"))
                .then(200, version("2"))
                .then(404, "")
                .then(200, version("3"));
        for (String expected : List.of("1", "2", "3")) {
            assertThat(call(new GetCcmVersion())).isEqualTo(expected);
        }
        assertThat(service.heard)
                .extracting(ScriptedWebService.RecordedRequest::cookie)
                .containsExactly(null, "JSESSIONIDSSO=abc", "JSESSIONIDSSO=abc", null);
        assertThat(service.heard)
                .extracting(ScriptedWebService.RecordedRequest::authorization)
                .containsExactly(BASIC, null, null, BASIC);
    }

    @Test
    void aSessionOfOneServiceIsNotSentToAnother() throws Exception {
        service.then(200, version("1"), Map.of("Set-Cookie", "JSESSIONIDSSO=abc"))
                .then(500, fault("no"));
        call(new GetCcmVersion());
        failure(GetServiceStatus.all());
        assertThat(service.heard.get(1).cookie()).isNull();
    }

    @Test
    void secretsAreMaskedInTheTranscript() throws Exception {
        service.then(200, version("1").replace("<return>", "<return><axlpassword>hidden</axlpassword>"));
        call(new GetCcmVersion());
        assertThat(transcripts).singleElement().satisfies(heard -> assertThat(heard.answer())
                .contains("<axlpassword>********</axlpassword>")
                .doesNotContain("hidden"));
    }

    @Test
    void anAnswerOutsideTheSchemaIsReadAgainAndThenNotUnderstood() {
        String nothing = envelope("<n:getCCMVersionResponse xmlns:n='x'><return/></n:getCCMVersionResponse>");
        service.then(200, nothing).then(200, nothing).then(200, nothing);
        assertThat(failure(new GetCcmVersion()).code()).isEqualTo("LINK_NOT_UNDERSTOOD");
        assertThat(service.heard).hasSize(2);
        assertThat(transcripts).last().satisfies(heard -> assertThat(heard.failure())
                .isEqualTo("LINK_NOT_UNDERSTOOD"));
    }

    @Test
    void anAnswerWithoutEndIsHungUpOn() {
        wire.close();
        wire = wire(Map.of("medic.link.http.longest-answer", "1000"));
        service.then(200, "x".repeat(5000)).then(200, "x".repeat(5000)).then(200, "x".repeat(5000));
        assertThat(failure(new GetCcmVersion()))
                .isInstanceOfSatisfying(LinkFailure.NotUnderstood.class, it -> assertThat(it.why())
                        .contains("1000"));
    }
}
