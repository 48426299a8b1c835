package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.analysis.Analyses;
import io.presencemedic.diagnosis.analysis.Analysis;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From pasted transcripts to findings. */
@BesideTheService
class ServiceFindingsTest {
    private static final List<String> SERVICES = List.of(
            "A Cisco DB",
            "A Cisco DB Replicator",
            "Cisco Client Profile Agent",
            "Cisco Config Agent",
            "Cisco Intercluster Sync Agent",
            "Cisco Presence Datastore",
            "Cisco Presence Engine",
            "Cisco Route Datastore",
            "Cisco SIP Proxy",
            "Cisco Server Recovery Manager",
            "Cisco Sync Agent",
            "Cisco Tomcat",
            "Cisco XCP Authentication Service",
            "Cisco XCP Config Manager",
            "Cisco XCP Connection Manager",
            "Cisco XCP Message Archiver",
            "Cisco XCP Router",
            "Cisco XCP Text Conference Manager");
    private static final String COMMANDED = "[STOPPED]  Commanded Out of Service";
    private static final String NOT_RUNNING = "[STOPPED]  Component is not running";
    private static final String NOT_ACTIVATED = "[STOPPED]  Service Not Activated";
    private static final String STARTING = "[STARTING]";

    private static String list(String suffix, String... down) {
        List<String> names = List.of(down);
        return SERVICES.stream()
                .map(name -> name
                        + (names.contains(name)
                                ? suffix
                                : name.equals("Cisco XCP Message Archiver") ? NOT_ACTIVATED : "[STARTED]"))
                .collect(Collectors.joining(
                        "\n",
                        "admin:utils service list\nRequesting service status, please wait...\nSystem SSH [STARTED]\n"
                                + "Cluster Manager [STARTED]\nService Manager is running\nGetting list of all services\n"
                                + ">> Return code = 0\n",
                        "\nPrimary Node =true\nadmin:"));
    }

    private static List<String> told(String log) {
        return new Analyses()
                .analyse(log).findings().stream()
                        .map(finding -> finding.item() + " " + finding.code() + " " + finding.runbook())
                        .toList();
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(list(""), List.of()),
                Arguments.of(
                        list(
                                STARTING,
                                "Cisco Presence Engine",
                                "Cisco SIP Proxy",
                                "Cisco Sync Agent",
                                "Cisco XCP Router",
                                "Cisco XCP Config Manager",
                                "Cisco XCP Connection Manager"),
                        List.of("D2 STUCK_IN_STARTING services-stuck-in-starting")),
                Arguments.of(
                        list(STARTING, "A Cisco DB", "Cisco Sync Agent", "Cisco Presence Engine", "Cisco XCP Router"),
                        List.of("D4 DATABASE_DOWN database-down")),
                Arguments.of(
                        list(NOT_RUNNING, "Cisco XCP Router", "Cisco Presence Engine", "Cisco XCP Connection Manager"),
                        List.of("D3 NETWORK_SERVICES_DOWN network-services-down")),
                Arguments.of(
                        list(NOT_RUNNING, "Cisco Presence Engine", "Cisco SIP Proxy"),
                        List.of("D6.1 PRESENCE_ENGINE_PREREQUISITES_DOWN presence-engine-prerequisites")),
                Arguments.of(
                        list(NOT_RUNNING, "Cisco Presence Engine"),
                        List.of("D6.4 PRESENCE_ENGINE_DOWN presence-engine-alone-down")),
                Arguments.of(
                        list(STARTING, "Cisco Presence Engine"),
                        List.of("D6.4 PRESENCE_ENGINE_DOWN presence-engine-alone-down")),
                Arguments.of(
                        list(NOT_RUNNING, "Cisco Presence Engine")
                                + "show version active\nActive Master Version: 12.5.1.18900-3\n"
                                + "Active Version Installed Software Options:\nNo Installed Software Options Found.\nadmin:",
                        List.of("D6.5 PRESENCE_ENGINE_DOWN presence-engine-alone-down")),
                Arguments.of(
                        list(NOT_RUNNING, "Cisco Presence Engine")
                                + "run sql select id, name, subclusterid from enterprisenode\nid name    subclusterid \n"
                                + "== ======= ============ \n1  imp-pub 11           \n2  imp-sub NULL         \nadmin:",
                        List.of("D6.3 SUBCLUSTER_MISMATCH presence-engine-subcluster-mismatch")),
                Arguments.of(
                        list(NOT_RUNNING, "Cisco Intercluster Sync Agent"),
                        List.of("D5.1 INTERCLUSTER_SYNC_AGENT_DOWN intercluster-sync-agent-down")),
                Arguments.of(
                        list(NOT_RUNNING, "Cisco Sync Agent", "Cisco Presence Engine"),
                        List.of("D7 SYNC_AGENT_DOWN sync-agent-checklist")),
                Arguments.of(
                        list(COMMANDED, "Cisco XCP Router", "Cisco Presence Engine", "Cisco SIP Proxy"),
                        List.of("D3 NETWORK_SERVICES_DOWN network-services-down")),
                Arguments.of(
                        list(NOT_ACTIVATED, "Cisco XCP Text Conference Manager"),
                        List.of("D1.4 SERVICE_NOT_ACTIVATED service-activate")),
                Arguments.of(
                        list("[NOTRUNNING]", "Cisco Config Agent"),
                        List.of("D1.6 SERVICE_FAILED_TO_START stopped-services-start")),
                Arguments.of(
                        list(COMMANDED, "Cisco XCP Message Archiver"), List.of("D8.3 FEATURE_NOT_CONFIGURED null")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseOfTheDocumentIsToldByItsItem(String log, List<String> expected) {
        assertThat(told(log)).isEqualTo(expected);
    }

    @Test
    void aCauseNamesTheSymptomsThatItExplainsAndTheLinesOnWhichItRests() {
        Finding finding = new Analyses()
                .analyse(list(NOT_RUNNING, "Cisco XCP Router", "Cisco Presence Engine"))
                .findings()
                .get(0);
        assertThat(finding.causes()).contains("PRESENCE_ENGINE_DOWN");
        assertThat(finding.evidence())
                .extracting(Evidence::text)
                .contains("Cisco XCP Router" + NOT_RUNNING, "Cisco Presence Engine" + NOT_RUNNING);
    }

    @Test
    void aTruncatedListIsNotAHealthyList() {
        String log = list("");
        Analysis analysis = new Analyses().analyse(log.substring(0, log.indexOf("Cisco Sync Agent")));
        assertThat(analysis.findings()).isEmpty();
        assertThat(analysis.undetermined()).extracting(Undetermined::fact).contains("SERVICES");
    }

    @Test
    void aLogWithoutTheListOfServicesSaysThatItIsMissing() {
        Analysis analysis = new Analyses().analyse("admin:utils core active list\nNo core files found\nadmin:");
        assertThat(analysis.findings()).isEmpty();
        assertThat(analysis.undetermined()).extracting(Undetermined::fact).containsExactly("SERVICES");
    }

    @Test
    void groupsThatAreOffOrOnTheirWayAreTold() {
        String off = "admin:utils ha status\nSubcluster Name: DefaultCluster\nNode 1 Name : imp-pub.example.com State:"
                + " Unknown Reason : High Availability Not Enabled\nNode 2 Name : imp-sub.example.com State: Unknown"
                + " Reason : High Availability Not Enabled\nadmin:";
        String moving = off.replace("Unknown Reason : High Availability Not Enabled", "Taking Over");
        assertThat(told(off)).containsExactly("C2 HIGH_AVAILABILITY_OFF high-availability-enable");
        assertThat(told(moving)).containsExactly("C3 HIGH_AVAILABILITY_IN_TRANSITION null");
    }

    @Test
    void nodesThatAreNotAuthenticatedAreTold() {
        assertThat(told(
                        "admin:show network cluster\n192.0.2.10 cucm-pub.example.com cucm-pub Publisher callmanager DBPub"
                                + " authenticated\n192.0.2.12 imp-sub.example.com imp-sub Subscriber cups DBSub not"
                                + " authenticated\n\nSuccessful\nadmin:"))
                .containsExactly("E-NETWORK NODE_NOT_AUTHENTICATED null");
    }

    @Test
    void theAlertOfARestartProvesNothingAndATraceNamesItsDefect() {
        String alert =
                "The Cisco IM and Presence Data Monitor has detected that database replication is not complete\n";
        assertThat(told(alert + list(""))).containsExactly("D1.2 REPLICATION_ALERT null");
        assertThat(told(list("") + "\njavax.crypto.BadPaddingException: Given final block not properly padded"))
                .containsExactly("C11 CONFIG_MANAGER_KEYS null");
    }

    @Test
    void whatNobodyActivatedIsToldAsAChoiceUnlessUsersNeedItOrThePartnerHasIt() {
        String choice = list(NOT_ACTIVATED, "Cisco XCP Text Conference Manager");
        String needed = list(NOT_ACTIVATED, "Cisco Presence Engine");
        assertThat(severities(choice)).containsExactly(Severity.INFO);
        assertThat(severities(choice.replace("admin:", "imp1 admin:") + "\n" + choice.replace("admin:", "imp2 admin:")))
                .containsOnly(Severity.INFO);
        assertThat(severities(needed)).containsExactly(Severity.WARNING);
    }

    private static List<Severity> severities(String log) {
        return new Analyses()
                .analyse(log).findings().stream().map(Finding::severity).toList();
    }
}
