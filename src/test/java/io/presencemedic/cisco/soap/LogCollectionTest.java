package io.presencemedic.cisco.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.LogName.LogList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class LogCollectionTest {
    private static final LogName ROUTER = new LogName("Cisco XCP Router", LogList.SERVICE);
    private static final LogName SYSTEM = new LogName("Event Viewer-System Log", LogList.SYSTEM);
    private static final FileRequest FILE = FileRequest.of("/var/log/active/syslog/messages & <more>", 1);
    private static final Instant NOON = Instant.parse("2031-07-01T12:00:30Z");

    static Stream<Arguments> requests() {
        PlatformZone zone = new PlatformZone("Client: (GMT-7:0)America/Los_Angeles", ZoneId.of("America/Los_Angeles"));
        return Stream.of(
                arguments("listNodeServiceLogs", new ListNodeServiceLogs()),
                arguments("getTimeZone", new GetTimeZone("imp-pub.example.com")),
                arguments(
                        "GetOneFile",
                        new GetOneFile(FILE, SoapService.LOG_COLLECTION, OutputStream.nullOutputStream())),
                arguments("GetOneFile-dime", new GetOneFile(FILE, SoapService.DIME, OutputStream.nullOutputStream())),
                arguments(
                        "selectLogFiles-last",
                        SelectLogFiles.of(List.of(ROUTER), LogPeriod.last(Duration.ofMinutes(90)))),
                arguments(
                        "selectLogFiles-between",
                        new SelectLogFiles(
                                List.of(ROUTER, SYSTEM, new LogName("A & B <log>", LogList.SERVICE)),
                                LogPeriod.between(NOON.minus(Duration.ofHours(13)), NOON, zone),
                                true)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsWrittenAsTheSchemaWantsIt(String file, Operation<?> operation) throws IOException {
        String written = new String(Envelope.write(operation, AxlVersion.V12_5), StandardCharsets.UTF_8);
        try (InputStream in = LogCollectionTest.class.getResourceAsStream("/soap/" + file + "-request.xml")) {
            assertThat(written)
                    .isEqualToNormalizingNewlines(
                            in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void eachWayToAFileHasItsOwnAction() {
        assertThat(Envelope.action(
                        new GetOneFile(FILE, SoapService.LOG_COLLECTION, OutputStream.nullOutputStream()),
                        AxlVersion.V12_5))
                .isEqualTo("\"GetOneFile\"");
        assertThat(Envelope.action(
                        new GetOneFile(FILE, SoapService.DIME, OutputStream.nullOutputStream()), AxlVersion.V12_5))
                .isEqualTo("\"http://schemas.cisco.com/ast/soap/action/#LogCollectionPort#GetOneFile\"");
    }

    @ParameterizedTest
    @CsvSource({
        "PT20S, 1, MINUTES",
        "PT127M, 127, MINUTES",
        "PT128M, 3, HOURS",
        "PT127H, 127, HOURS",
        "PT128H, 6, DAYS",
        "P128D, 19, WEEKS",
        "P9000D, 127, MONTHS"
    })
    void aPeriodIsCountedInTheFinestUnitThatReaches(Duration time, int count, LogPeriod.Unit unit) {
        assertThat(LogPeriod.last(time)).isEqualTo(new LogPeriod.Last(count, unit));
    }

    @ParameterizedTest
    @CsvSource({
        "Client: (GMT-8:0)America/Los_Angeles, America/Los_Angeles",
        "(GMT+5:30)Somewhere/Unheard, +05:30",
        "Server: (GMT-3:30), -03:30",
        "Europe/Berlin, Europe/Berlin"
    })
    void theZoneIsReadByItsNameOrElseByItsOffset(String text, ZoneId zone) throws Exception {
        PlatformZone read = read(new GetTimeZone("n"), "<a:TimeZone xmlns:a='u'>" + text + "</a:TimeZone>");
        assertThat(read.id()).isEqualTo(zone);
        assertThat(read.text()).startsWith("Client: ").doesNotContain("Server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Client: ", "the usual", "(GMT+77:0)Nowhere"})
    void aZoneThatIsNoneIsNotGuessed(String text) {
        assertThatThrownBy(() -> read(new GetTimeZone("n"), "<TimeZone>" + text + "</TimeZone>"))
                .isInstanceOf(Unreadable.class);
        assertThat(PlatformZone.UTC.id()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void namesAreFoundInEitherListWhateverTheirLettersAndBlanks() throws Exception {
        List<NodeLogs> nodes = read(new ListNodeServiceLogs(), """
                <x:listNodeServiceLogsResponse xmlns:x="urn:x">
                <x:listNodeServiceLogsReturn><x:name>imp-pub</x:name><x:ServiceLog><x:item>Cisco XCP Router</x:item><x:item/>
                <x:item> SOAP -Log Collection APIs </x:item></x:ServiceLog>
                <x:SystemLog><x:item>Event Viewer-System Log</x:item></x:SystemLog></x:listNodeServiceLogsReturn>
                <x:listNodeServiceLogsReturn><x:ServiceLog/></x:listNodeServiceLogsReturn>
                </x:listNodeServiceLogsResponse>""");

        assertThat(nodes).extracting(NodeLogs::node).containsExactly("imp-pub", null);
        NodeLogs first = nodes.get(0);
        assertThat(first.find("  cisco xcp  ROUTER ")).contains(ROUTER);
        assertThat(first.find("Event Viewer - System Log")).contains(SYSTEM);
        assertThat(first.find("SOAP-Log Collection APIs"))
                .contains(new LogName("SOAP -Log Collection APIs", LogList.SERVICE));
        assertThat(first.find("Cisco XCP Routers")).isEmpty();
        assertThat(nodes.get(1).logs()).isEmpty();
    }

    @Test
    void aListingOfNoNodeIsNoListing() {
        assertThatThrownBy(() -> read(new ListNodeServiceLogs(), "<listNodeServiceLogsResponse/>"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void filesAreReadFromEitherListWithEitherName() throws Exception {
        assertThat(read(select(), selected("""
                        <name>imp-sub</name><ServiceList>
                        <ServiceLogs><name>Cisco XCP Router</name><SetOfFiles><File><name>rtr-jsm-1_0001.log.gz</name>
                        <absolutepath>/var/log/active/epas/trace/xcp/log/rtr-jsm-1_0001.log.gz</absolutepath>
                        <filesize>73113</filesize><modifiedDate>Tue Jul 01 10:00:00 CEST 2031</modifiedDate></File>
                        <File/></SetOfFiles></ServiceLogs>
                        <SystemLogs><SetOfFiles><File><filename>messages</filename>
                        <absolutepath>/var/log/active/syslog/messages</absolutepath></File></SetOfFiles></SystemLogs>
                        <ServiceLogs/></ServiceList>""")))
                .containsExactly(
                        new LogFile(
                                "imp-sub",
                                "Cisco XCP Router",
                                "rtr-jsm-1_0001.log.gz",
                                "/var/log/active/epas/trace/xcp/log/rtr-jsm-1_0001.log.gz",
                                73113L,
                                "Tue Jul 01 10:00:00 CEST 2031"),
                        new LogFile("imp-sub", null, "messages", "/var/log/active/syslog/messages", null, null));
    }

    @Test
    void noFilesAreNoFailure() throws Exception {
        assertThat(read(select(), selected("<ServiceList><ServiceLogs></ServiceLogs></ServiceList>")))
                .isEmpty();
        assertThat(read(
                        select(),
                        "<selectLogFilesResponse><ResultSet><SchemaFileSelectionResult/></ResultSet>"
                                + "</selectLogFilesResponse>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<File><name>a</name></File>",
                "<File><absolutepath>relative/a</absolutepath></File>",
                "<File><absolutepath>/a</absolutepath><filesize>some</filesize></File>",
                "<File><absolutepath>/a</absolutepath><filesize>-1</filesize></File>"
            })
    void aFileThatCannotBeFetchedOrMeasuredIsNotGuessed(String file) {
        assertThatThrownBy(() -> read(
                        select(),
                        selected("<ServiceList><ServiceLogs><SetOfFiles>" + file
                                + "</SetOfFiles></ServiceLogs></ServiceList>")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aPathBelowActivelogIsCompleted() {
        assertThat(FileRequest.of("syslog/messages", 1).path()).isEqualTo("/var/log/active/syslog/messages");
        assertThatThrownBy(() -> FileRequest.of("syslog/", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileRequest.of("a\nb", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SelectLogFiles select() {
        return SelectLogFiles.of(List.of(ROUTER), LogPeriod.last(Duration.ofHours(2)));
    }

    private static String selected(String node) {
        return "<n:selectLogFilesResponse xmlns:n='urn:n'><ResultSet><SchemaFileSelectionResult><Node>" + node
                + "</Node></SchemaFileSelectionResult></ResultSet></n:selectLogFilesResponse>";
    }

    private static <T> T read(Operation<T> operation, String body) throws Exception {
        String envelope = "<S:Envelope xmlns:S='http://schemas.xmlsoap.org/soap/envelope/'><S:Body>" + body
                + "</S:Body></S:Envelope>";
        return Envelope.read(operation, new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)));
    }
}
