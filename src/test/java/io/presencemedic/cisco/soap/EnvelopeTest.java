package io.presencemedic.cisco.soap;

import static io.presencemedic.cisco.soap.Envelopes.axl;
import static io.presencemedic.cisco.soap.Envelopes.envelope;
import static io.presencemedic.cisco.soap.Envelopes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cisco.soap.DoControlServices.ControlType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String GROUP = "{0B1D5F3A-77C2-4E10-9A6B-1F2E3D4C5B6A}";
    private static final ServiceName ENGINE = new ServiceName("Cisco Presence Engine");

    /** The recorded requests are checked against the vendor's schemas by hand; here they hold the writer still. */
    static Stream<Arguments> requests() {
        return Stream.of(
                arguments("getCCMVersion", new GetCcmVersion()),
                arguments("getCCMVersion-node", new GetCcmVersion("imp-pub.example.com")),
                arguments("listProcessNode", new ListProcessNode()),
                arguments("listPresenceRedundancyGroup", new ListPresenceRedundancyGroup()),
                arguments("getPresenceRedundancyGroup", new GetPresenceRedundancyGroup(GROUP)),
                arguments("updatePresenceRedundancyGroup-haEnabled", new SetHighAvailability(GROUP, false)),
                arguments("updatePresenceRedundancyGroup-server2", new AddServerToGroup(GROUP, "imp-sub.example.com")),
                arguments("soapGetServiceStatus-all", GetServiceStatus.all()),
                arguments("soapGetServiceStatus-named", new GetServiceStatus(List.of(ENGINE))),
                arguments(
                        "soapDoControlServices",
                        new DoControlServices("imp-sub.example.com", ControlType.RESTART, ENGINE)),
                arguments("soapDoServiceDeployment", new DoServiceDeployment("imp-sub.example.com", true, ENGINE)),
                arguments("getProductInformationList", new GetProductInformationList()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsWrittenAsTheSchemaWantsIt(String file, Operation<?> operation) throws IOException {
        String written = new String(Envelope.write(operation, AxlVersion.V12_5), StandardCharsets.UTF_8);
        assertThat(written).isEqualToNormalizingNewlines(resource(file + "-request.xml"));
    }

    @Test
    void theActionNamesTheSchemaVersionForAxlAlone() {
        assertThat(Envelope.action(new ListProcessNode(), AxlVersion.V14_0))
                .isEqualTo("\"CUCM:DB ver=14.0 listProcessNode\"");
        assertThat(Envelope.action(GetServiceStatus.all(), AxlVersion.V14_0)).isEqualTo("\"soapGetServiceStatus\"");
    }

    @Test
    void groupsAreReadWithAnyPrefixAnyOrderAndWithoutNil() throws Exception {
        assertThat(read(new ListPresenceRedundancyGroup(), """
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Header><x>1</x></S:Header><S:Body>
                <axl:listPresenceRedundancyGroupResponse xmlns:axl="http://www.cisco.com/AXL/API/14.0"><return>
                <presenceRedundancyGroup uuid="{A}"><haEnabled>t</haEnabled><numUsers/><server2 uuid=""/>
                <name>First</name><server1 uuid="{B}">imp-pub.example.com</server1><unknown>x</unknown></presenceRedundancyGroup>
                <presenceRedundancyGroup uuid="{C}"><name>Second</name><description>two</description>
                <server1>a</server1><server2>b</server2><haEnabled>0</haEnabled><numUsers>17</numUsers></presenceRedundancyGroup>
                </return></axl:listPresenceRedundancyGroupResponse></S:Body></S:Envelope>"""))
                .containsExactly(
                        new RedundancyGroup("{A}", "First", null, "imp-pub.example.com", null, true, null),
                        new RedundancyGroup("{C}", "Second", "two", "a", "b", false, 17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<haEnabled/>", "<haEnabled>perhaps</haEnabled>"})
    void aGroupWithoutAReadableSwitchIsNotGuessed(String haEnabled) {
        assertThatThrownBy(() -> read(
                        new GetPresenceRedundancyGroup(GROUP),
                        axl(
                                "getPresenceRedundancyGroup",
                                "<presenceRedundancyGroup uuid='{A}'><name>x</name>" + haEnabled
                                        + "</presenceRedundancyGroup>")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void theServerListLeavesOutTheRowThatIsNoServer() throws Exception {
        List<ProcessNode> nodes = read(new ListProcessNode(), axl("listProcessNode", """
                <processNode uuid='{0}'><name>EnterpriseWideData</name></processNode>
                <processNode uuid='{1}'><name>imp-pub.example.com</name><nodeUsage>Publisher</nodeUsage>
                <processNodeRole>CUCM IM and Presence</processNodeRole></processNode>"""));
        assertThat(nodes).singleElement().satisfies(node -> {
            assertThat(node.name()).isEqualTo("imp-pub.example.com");
            assertThat(node.isPresence()).isTrue();
        });
    }

    @Test
    void aChangeThatIsNotConfirmedIsNoSuccess() {
        assertThatThrownBy(
                        () -> read(new SetHighAvailability(GROUP, true), axl("updatePresenceRedundancyGroup", "false")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void servicesCarryStateReasonAndTimes() throws Exception {
        ServiceReport report = read(GetServiceStatus.all(), ast("soapGetServiceStatus", """
                <ns1:ReturnCode>0</ns1:ReturnCode><ns1:ReasonCode>-1</ns1:ReasonCode><ns1:ReasonString> </ns1:ReasonString>
                <ns1:ServiceInfoList>
                <ns1:item><ns1:ServiceName>Cisco XCP Router</ns1:ServiceName><ns1:ServiceStatus>Started</ns1:ServiceStatus>
                <ns1:ReasonCode>-1</ns1:ReasonCode><ns1:StartTime>Tue Jan  6 07:00:00 2026</ns1:StartTime><ns1:UpTime>61</ns1:UpTime></ns1:item>
                <ns1:item><ns1:ServiceName>Cisco SIP Proxy</ns1:ServiceName><ns1:ServiceStatus>Stopped</ns1:ServiceStatus>
                <ns1:ReasonCode>-1068</ns1:ReasonCode><ns1:ReasonCodeString>Service Not Activated</ns1:ReasonCodeString><ns1:UpTime>-1</ns1:UpTime></ns1:item>
                <ns1:item><ns1:ServiceName>Cisco Sync Agent</ns1:ServiceName><ns1:ServiceStatus>Unknown</ns1:ServiceStatus></ns1:item>
                </ns1:ServiceInfoList>"""));
        assertThat(report.find(new ServiceName("cisco xcp router"))).hasValueSatisfying(router -> {
            assertThat(router.state()).isEqualTo(ServiceState.STARTED);
            assertThat(router.upTime()).isEqualTo(Duration.ofSeconds(61));
            assertThat(router.startTime()).isEqualTo("Tue Jan  6 07:00:00 2026");
            assertThat(router.stopReason()).isNull();
        });
        assertThat(report.find(new ServiceName("Cisco SIP Proxy"))).hasValueSatisfying(proxy -> {
            assertThat(proxy.stopReason()).isEqualTo(StopReason.NOT_ACTIVATED);
            assertThat(proxy.upTime()).isNull();
        });
        assertThat(report.find(new ServiceName("Cisco Sync Agent"))
                        .orElseThrow()
                        .state())
                .isNull();
        assertThat(report.find(ENGINE)).isEmpty();
    }

    @Test
    void aServiceWhoseStateSaysThatItIsNotActivatedIsStoppedForThatReason() throws Exception {
        ServiceReport report = read(GetServiceStatus.all(), ast("soapGetServiceStatus", """
                <ServiceInfoList><item><ServiceName>Cisco UP SIP Proxy</ServiceName>
                <ServiceStatus>Not Activated</ServiceStatus><ReasonCode>-1</ReasonCode></item></ServiceInfoList>"""));
        assertThat(report.find(new ServiceName("Cisco SIP Proxy"))).hasValueSatisfying(proxy -> {
            assertThat(proxy.state()).isEqualTo(ServiceState.STOPPED);
            assertThat(proxy.stopReason()).isEqualTo(StopReason.NOT_ACTIVATED);
        });
    }

    @Test
    void aControlThatTheNodeCannotDoThisWayIsRecognised() throws Exception {
        ServiceReport report =
                read(new DoControlServices("imp-sub", ControlType.START, ENGINE), ast("soapDoControlServices", """
                        <ReturnCode>0</ReturnCode><ReasonCode>-1</ReasonCode><ServiceInfoList><item>
                        <ServiceName>Cisco Presence Engine</ServiceName><ServiceStatus>Stopped</ServiceStatus>
                        <ReasonCode>-1042</ReasonCode></item></ServiceInfoList>"""));
        assertThat(report.accepted()).isFalse();
        assertThat(report.notByThisWay()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cisco Tomcat", "A Cisco DB", "cisco  tomcat"})
    void tomcatAndTheDatabaseAreNeverControlledByTheApiThatRunsOnThem(String service) {
        assertThatThrownBy(() -> new DoControlServices("imp-sub", ControlType.RESTART, new ServiceName(service)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNodeTellsItsOwnVersionWithoutTheProcessorsName() throws Exception {
        ProductInformation product = read(new GetProductInformationList(), ast("getProductInformationList", """
                <ActiveServerVersion>14.0.1.12900-10.x86_64</ActiveServerVersion><PrimaryNode>imp-pub</PrimaryNode><SecondaryNode/>
                <Services><item><ServiceName>yes</ServiceName><Deployable>false</Deployable></item>
                <item><ServiceName>Cisco SIP Proxy</ServiceName><Deployable>true</Deployable></item></Services>"""));
        assertThat(product.activeVersion()).isEqualTo("14.0.1.12900-10");
        assertThat(product.services()).singleElement().satisfies(it -> assertThat(it.deployable())
                .isTrue());
    }

    @Property(tries = 300)
    void anyServerNameTravelsUnharmed(@ForAll String name) throws Exception {
        AddServerToGroup operation;
        try {
            operation = new AddServerToGroup(GROUP, name);
        } catch (IllegalArgumentException e) {
            return;
        }
        InputStream written = new ByteArrayInputStream(Envelope.write(operation, AxlVersion.V12_5));
        Element envelope = Element.read(SafeXml.reader(written));
        Element update = envelope.required("Body").required("updatePresenceRedundancyGroup");
        assertThat(update.children()).extracting(Element::name).containsExactly("uuid", "server2");
    }

    private static String ast(String operation, String result) {
        return envelope("<ns1:" + operation + "Response xmlns:ns1='http://schemas.cisco.com/ast/soap'><ns1:" + operation
                + "Return>" + result + "</ns1:" + operation + "Return></ns1:" + operation + "Response>");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = EnvelopeTest.class.getResourceAsStream("/soap/" + name)) {
            return in == null
                    ? "(no recording called " + name + ")"
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
