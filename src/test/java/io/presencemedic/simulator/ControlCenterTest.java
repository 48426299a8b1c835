package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BesideTheService
class ControlCenterTest {
    private static final String PATH = "/controlcenterservice2/services/ControlCenterServices";

    @RegisterExtension
    static final SharedSimulator shared =
            SharedSimulator.of("healthy", 500, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private AxlClient client;

    @BeforeEach
    void beginAnew() throws Exception {
        shared.simulator().reset(List.of("service-not-activated", "intercluster-sync-agent-blocked-by-ha"));
        client = at("imp-sub");
    }

    private static AxlClient at(String name) throws Exception {
        return new AxlClient(shared.simulator(), shared.endpoint(name), PATH);
    }

    @Test
    void oneEmptyNameAsksForAllServices() throws Exception {
        assertThat(client.serviceability("soapGetServiceStatus", "<ServiceStatus/>")
                        .body())
                .contains("<ns:ServiceName>Cisco XCP Router</ns:ServiceName>")
                .contains("<ns:ServiceStatus>Started</ns:ServiceStatus>")
                .contains("<ns:ReasonCodeString>Service Not Activated</ns:ReasonCodeString>")
                .doesNotContain("System SSH");
    }

    @Test
    void anUnknownServiceComesBackWithItsOwnReason() throws Exception {
        assertThat(client.serviceability("soapGetServiceStatus", "<ServiceStatus>Cisco Nothing</ServiceStatus>")
                        .body())
                .contains("<ns:ReasonCode>-1010</ns:ReasonCode>");
    }

    @Test
    void aServiceIsActivatedOnTheNodeThatIsAsked() throws Exception {
        String request = "<DeploymentServiceRequest><NodeName>imp-sub.example.com</NodeName>"
                + "<DeployType>Deploy</DeployType><ServiceList><item>Cisco XCP Text Conference Manager</item>"
                + "</ServiceList></DeploymentServiceRequest>";
        assertThat(client.serviceability("soapDoServiceDeployment", request).body())
                .contains("<ns:ServiceStatus>Starting</ns:ServiceStatus>");
        assertThat(at("imp-pub")
                        .serviceability("soapDoServiceDeployment", request)
                        .statusCode())
                .isEqualTo(500);
        assertThat(shared.simulator().heard().get(0).changes()).isTrue();
    }

    @Test
    void tomcatAndTheDatabaseAreNotControlledThisWay() throws Exception {
        assertThat(client.serviceability("soapDoControlServices", control("Restart", "Cisco Tomcat"))
                        .body())
                .contains("<ns:ReasonCode>-1011</ns:ReasonCode>")
                .contains("<ns:ServiceStatus>Started</ns:ServiceStatus>");
        assertThat(client.serviceability("soapDoControlServices", control("Stop", "Cisco SIP Proxy"))
                        .body())
                .contains("<ns:ServiceStatus>Stopping</ns:ServiceStatus>");
    }

    @Test
    void eachNodeTellsItsOwnVersion() throws Exception {
        assertThat(client.serviceability("getProductInformationList", "<ServiceInfo/>")
                        .body())
                .contains("<ns:ActiveServerVersion>15.0.1.12900-43.x86_64</ns:ActiveServerVersion>");
    }

    private static String control(String type, String service) {
        return "<ControlServiceRequest><NodeName>imp-sub</NodeName><ControlType>" + type
                + "</ControlType><ServiceList><item>" + service + "</item></ServiceList></ControlServiceRequest>";
    }
}
