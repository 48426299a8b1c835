package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.link.WebServices;
import org.junit.jupiter.api.Test;

/** Which servers are trusted, and what a caller is told of the others. */
@BesideTheService
class HttpTrustTest extends HttpFixture {
    @Test
    void aCertificateThatIsNotTrustedIsNamed() {
        assertThat(failure(open(CERTIFICATES.pem("other")), new GetCcmVersion()).code())
                .isEqualTo("LINK_CERTIFICATE_NOT_TRUSTED");
        assertThat(failure(open(null), new GetCcmVersion()).code()).isEqualTo("LINK_CERTIFICATE_NOT_TRUSTED");
        assertThat(failure(open("no pem"), new GetCcmVersion()).code()).isEqualTo("LINK_CERTIFICATE_NOT_TRUSTED");
        assertThat(service.heard).isEmpty();
    }

    @Test
    void anIssuedCertificateMustBearTheHostsName() throws Exception {
        service.close();
        service = new ScriptedWebService(CERTIFICATES.server("named")).then(200, version("1"));
        try (WebServices services = open(CERTIFICATES.pem("authority"))) {
            assertThat(services.call(node(), new GetCcmVersion())).isEqualTo("1");
        }
        service.close();
        service = new ScriptedWebService(CERTIFICATES.server("misnamed")).then(200, version("1"));
        assertThat(failure(open(CERTIFICATES.pem("authority")), new GetCcmVersion()))
                .isInstanceOf(TrustFailure.CertificateNotTrusted.class);
    }

    @Test
    void aClosedPortIsNotReachable() {
        service.close();
        assertThat(failure(new GetCcmVersion())).isInstanceOf(LinkFailure.NotReachable.class);
    }
}
