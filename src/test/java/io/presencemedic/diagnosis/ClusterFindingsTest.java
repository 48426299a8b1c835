package io.presencemedic.diagnosis;

import static io.presencemedic.cluster.NodeRole.CUCM_PUBLISHER;
import static io.presencemedic.cluster.NodeRole.IMP_PUBLISHER;
import static io.presencemedic.cluster.NodeRole.IMP_SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.soap.ControlledService;
import io.presencemedic.cisco.soap.ControlledServiceBuilder;
import io.presencemedic.cisco.soap.ServiceReport;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.HeldOff;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that look at several nodes, at both sides, or at our own record. */
class ClusterFindingsTest {
    private static final String STARTED = """
            Requesting service status, please wait...
            System SSH [STARTED]
            Cluster Manager [STARTED]
            Service Manager is running
            Getting list of all services
            >> Return code = 0
            A Cisco DB[STARTED]
            Cisco Client Profile Agent[STARTED]
            Cisco Presence Engine[STARTED]
            Cisco SIP Proxy[STARTED]
            Cisco Sync Agent[STARTED]
            Cisco Tomcat[STARTED]
            Cisco XCP Router[STARTED]
            Primary Node =true
            """;
    private static final String HA_ON = """
            Subcluster Name: DefaultCUPSubcluster
            Node 1
            \tName: imp-pub
            \tState: Normal
            Node 2
            \tName: imp-sub
            \tState: Normal
            """;
    private static final String HA_OFF = HA_ON.replace("Normal", "Unknown\n\tReason: High Availability Not Enabled");
    private static final String MOVED = HA_ON.replaceFirst("Normal", "Running in Backup Mode\n\tReason: %s")
            .replaceFirst("Normal", "Failed Over with Critical Services not Running\n\tReason: %s");
    private static final String VIEW = """
            192.0.2.11 imp-pub.example.com imp-pub Subscriber cups DBPub authenticated
            192.0.2.12 imp-sub.example.com imp-sub Subscriber cups DBSub authenticated using TCP since Sun Mar 1 04:12:36 2026
            192.0.2.10 cucm-pub.example.com cucm-pub Publisher callmanager DBPub authenticated using TCP since Sun Mar 1 04:12:36 2026
            """;
    private static final String REPLICATION = """
            Server Time: Mon Mar  2 22:00:00 UTC 2026

            DB Version: ccm15_0_1_12900_43

            Cluster Detailed View from imp-pub (2 Servers):

                                            PING      DB/RPC/   REPL.    Replication    REPLICATION SETUP
            SERVER-NAME         IP ADDRESS        (msec)    DbMon?    QUEUE    Group ID       (RTMT) & Details
            -----------         ----------        ------    -------   -----    -----------    ------------------
            imp-pub             192.0.2.11        0.038     Y/Y/Y     0        (g_3)          (2) Setup Completed
            imp-sub             192.0.2.12        0.317     %s     0        (g_5)          %s
            """;

    private static ToldFacts publisher() {
        return new ToldFacts().on("imp-pub", IMP_PUBLISHER).print("utils service list", STARTED);
    }

    private static List<String> codes(ToldFacts facts) {
        return facts.findings().stream().map(Finding::code).toList();
    }

    private static RedundancyGroups configured(boolean on) {
        return new RedundancyGroups(List.of(new RedundancyGroup(
                "{1}", "DefaultCUPSubcluster", null, "imp-pub.example.com", "imp-sub.example.com", on, 410)));
    }

    @Test
    void aChangeThatIsInCucmAndNotOnTheNodesHasNotArrived() {
        ToldFacts facts = publisher()
                .print("utils ha status", HA_ON)
                .on("cucm-pub", CUCM_PUBLISHER)
                .tell(FactKey.REDUNDANCY_GROUPS, configured(false));
        assertThat(codes(facts)).containsExactly("HIGH_AVAILABILITY_NOT_ARRIVED");
        assertThat(facts.findings().get(0).item()).isEqualTo("C1");
    }

    @Test
    void groupsThatAreOffOnTheNodesAloneAreToldAsTheChangeThatHasNotArrived() {
        ToldFacts facts = publisher()
                .print("utils ha status", HA_OFF)
                .on("cucm-pub", CUCM_PUBLISHER)
                .tell(FactKey.REDUNDANCY_GROUPS, configured(true));
        assertThat(codes(facts)).containsExactly("HIGH_AVAILABILITY_NOT_ARRIVED");
        assertThat(facts.findings().get(0).causes()).containsExactly("HIGH_AVAILABILITY_OFF");
    }

    @Test
    void cucmTellsWhatTheNodesCannot() {
        ToldFacts facts = publisher().on("cucm-pub", CUCM_PUBLISHER).tell(FactKey.REDUNDANCY_GROUPS, configured(false));
        assertThat(codes(facts)).containsExactly("HIGH_AVAILABILITY_OFF");
    }

    @Test
    void whatOurOwnJobsHoldOffIsWorthKnowingAndNothingToRepair() {
        ToldFacts facts = publisher()
                .print("utils ha status", HA_OFF)
                .held(new HeldOff(Hold.highAvailability("DefaultCUPSubcluster"), "0197"))
                .held(new HeldOff(Hold.replicationSyncMonitor("imp-sub"), "0197"));
        assertThat(facts.findings())
                .extracting(Finding::code, Finding::severity, Finding::runbook)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("HIGH_AVAILABILITY_OFF", Severity.INFO, null),
                        org.assertj.core.groups.Tuple.tuple("SYNC_MONITOR_OFF", Severity.INFO, null));
        assertThat(facts.findings().get(0).summary()).contains("job 0197");
    }

    @Test
    void whatAJobThatHasEndedLeftOffIsToBeRepaired() {
        ToldFacts facts = publisher()
                .print("utils ha status", HA_OFF)
                .held(new HeldOff(Hold.highAvailability("DefaultCUPSubcluster"), "0197", true))
                .held(new HeldOff(Hold.replicationSyncMonitor("imp-sub"), "0197", true));
        assertThat(facts.findings())
                .extracting(Finding::severity, Finding::runbook)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Severity.WARNING, RunbookName.HIGH_AVAILABILITY_ENABLE),
                        org.assertj.core.groups.Tuple.tuple(
                                Severity.WARNING, RunbookName.REPLICATION_SYNC_MONITOR_ENABLE));
    }

    @Test
    void aFailoverIsASymptomOfTheServiceThatIsDown() {
        ToldFacts facts = publisher()
                .print("utils ha status", MOVED.replace("%s", "Critical Service Down"))
                .on("imp-sub", IMP_SUBSCRIBER)
                .print(
                        "utils service list",
                        STARTED.replace("Engine[STARTED]", "Engine[STOPPED]  Component is not running"));
        assertThat(codes(facts)).containsExactly("PRESENCE_ENGINE_DOWN");
        assertThat(facts.findings().get(0).causes()).contains("HIGH_AVAILABILITY_FAILED_OVER");
    }

    @Test
    void aFailoverThatSomebodyAskedForIsNoSymptom() {
        ToldFacts facts = publisher()
                .print("utils ha status", MOVED.replace("%s", "On Admin Request"))
                .on("imp-sub", IMP_SUBSCRIBER)
                .print(
                        "utils service list",
                        STARTED.replace("Engine[STARTED]", "Engine[STOPPED]  Component is not running"));
        assertThat(codes(facts)).containsExactly("PRESENCE_ENGINE_DOWN", "HIGH_AVAILABILITY_FAILED_OVER");
    }

    @Test
    void aFailoverOfServicesThatRunAgainNeedsAFallback() {
        ToldFacts facts = publisher().print("utils ha status", MOVED.replace("%s", "Critical Service Down"));
        assertThat(codes(facts)).containsExactly("HIGH_AVAILABILITY_FAILED_OVER");
    }

    @Test
    void whatOtherNodesTellOfANodeThatDoesNotAnswerIsItsSymptom() {
        ToldFacts facts = publisher()
                .print("utils dbreplication runtimestate", REPLICATION.formatted("N/N/N", "(2)"))
                .print(
                        "show network cluster",
                        VIEW.replace("DBSub authenticated using TCP", "DBSub not authenticated - INITIATOR"))
                .on("imp-sub", IMP_SUBSCRIBER)
                .fail(FactKey.SERVICES, "LINK_NOT_REACHABLE");
        assertThat(codes(facts)).containsExactly("NODE_NOT_REACHABLE");
        assertThat(facts.findings().get(0).causes())
                .containsExactly("REPLICATION_NOT_SET_UP", "NODE_NOT_AUTHENTICATED");
        assertThat(facts.verdict().undetermined())
                .contains(new Undetermined("imp-sub", "SERVICES", "it does not answer"));
    }

    @Test
    void aRefusedAccountIsUndeterminedAndNoFaultOfTheNode() {
        ToldFacts facts = publisher().on("imp-sub", IMP_SUBSCRIBER).fail(FactKey.SERVICES, "LINK_NOT_AUTHENTICATED");
        assertThat(codes(facts)).isEmpty();
        assertThat(facts.verdict().undetermined())
                .extracting(Undetermined::node)
                .contains("imp-sub");
    }

    @Test
    void brokenReplicationIsNoSymptomOfANodeThatDoesNotAnswer() {
        ToldFacts facts = publisher()
                .print("utils dbreplication runtimestate", REPLICATION.formatted("N/N/N", "(4) Setup Failed"))
                .on("imp-sub", IMP_SUBSCRIBER)
                .fail(FactKey.SERVICES, "LINK_NOT_REACHABLE");
        assertThat(codes(facts)).containsExactly("NODE_NOT_REACHABLE", "REPLICATION_NOT_SET_UP");
    }

    @Test
    void aNodeThatAnotherNodeDoesNotSeeIsMissing() {
        ToldFacts facts = publisher()
                .print("show network cluster", VIEW.replaceAll("(?m)^.*imp-sub.*\\n", ""))
                .on("imp-sub", IMP_SUBSCRIBER)
                .print("utils service list", STARTED)
                .print("show network cluster", VIEW);
        assertThat(codes(facts)).containsExactly("NODE_MISSING");
        assertThat(facts.findings().get(0).summary()).startsWith("imp-sub");
    }

    @Test
    void aStateThatControlCenterDeniesIsToldAndOneThatIsOnItsWayIsNot() {
        assertThat(codes(controlCenter(ServiceState.STOPPED))).containsExactly("SERVICES_DISAGREE");
        assertThat(codes(controlCenter(ServiceState.STARTING))).isEmpty();
        assertThat(codes(controlCenter(ServiceState.STARTED))).isEmpty();
    }

    private static ToldFacts controlCenter(ServiceState state) {
        ControlledService told = new ControlledServiceBuilder()
                .name(new ServiceName("Cisco SIP Proxy"))
                .state(state)
                .reasonCode(-1)
                .build();
        return publisher().tell(FactKey.CONTROL_CENTER, new ServiceReport("0", -1, null, List.of(told)));
    }

    @Test
    void processesThatCrashedAreToldByProcessAndService() {
        ToldFacts facts = publisher().print("utils core active list", """
                        Size         Date            Core File Name
                        =================================================================
                        288416 KB   2026-03-01 04:12:36   core.23817.6.jabberd.1772338356
                        191744 KB   2026-03-01 04:13:02   core.24902.6.jabberd.1772338382
                        """);
        assertThat(facts.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("PROCESS_CRASHED");
            assertThat(finding.summary()).contains("On imp-pub", "jabberd", "2 core files", "2026-03-01 04:13:02");
            assertThat(finding.evidence()).hasSize(2);
        });
    }

    @Test
    void weakAlgorithmsOfTheInventoryAreWorthKnowing() {
        ToldFacts facts = publisher().withLegacyAlgorithms();
        assertThat(facts.findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("LEGACY_ALGORITHMS", Severity.INFO));
    }

    @Test
    void configManagerThatFailsFirstMayBeAKnownDefect() {
        ToldFacts facts = publisher()
                .print(
                        "utils service list",
                        STARTED.replace(
                                "Cisco XCP Router[STARTED]",
                                "Cisco XCP Config Manager[STOPPED]  Component is not running\nCisco XCP Router[STARTED]"));
        assertThat(facts.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("XCP_CONFIG_MANAGER_DOWN");
            assertThat(finding.defects()).extracting(Finding.Defect::id).containsExactly("CSCur25679");
        });
    }
}
