package io.presencemedic.cisco.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.Connectivity;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class CommandsTest {
    private static final ServiceName ENGINE = new ServiceName("Cisco Presence Engine");

    private static List<Command<?>> all() {
        return List.of(
                new UtilsServiceList(),
                UtilsServiceControl.start(ENGINE),
                UtilsServiceControl.stop(ENGINE),
                UtilsServiceControl.restart(ENGINE),
                UtilsServiceControl.activate(ENGINE),
                new SetReplicationSyncMonitor(false),
                new SetReplicationSyncMonitor(true),
                new UtilsHaStatus(),
                new UtilsDbreplicationRuntimestate(),
                new ShowNetworkCluster(),
                new UtilsCoreActiveList(),
                new ShowVersionActive(),
                new SetCliPagination(false),
                RunSqlSelect.enterpriseNodes(),
                RunSqlSelect.enterpriseSubclusters(),
                RunSqlSelect.syncAgentConfig(),
                RunSqlSelect.processNodes(),
                RunSqlSelect.applicationUser("CUCService-0a1b2c3d"),
                new RunSqlUpdate("11", "2"),
                new UtilsNetworkConnectivity("imp-sub.example.com", 1500),
                new UtilsNetworkConnectivity("2001:db8::12", null),
                UtilsHaMove.failover("imp-pub"),
                UtilsHaMove.fallback("imp-pub"),
                new UtilsHaRecover("DefaultCluster"),
                new UtilsDiagnoseTest(),
                new ShowTechNetworkHosts(),
                new ShowTechDbintegrity(),
                new ShowTechDatabaseDump(),
                new UtilsCreateReportDatabase(),
                new ShowActiveSessions());
    }

    @Test
    void whatIsSentIsOneLineWithoutCharactersThatATerminalInterprets() {
        assertThat(all()).allSatisfy(command -> {
            assertThat(command.text())
                    .matches("[A-Za-z0-9 .,()*=':&/_@\"-]{5,400}")
                    .doesNotContain("  ");
            assertThat(command.patience()).isBetween(Duration.ofSeconds(20), Duration.ofMinutes(20));
        });
    }

    @Test
    void theAnswerToEveryCommandThatIsSentIsRecognisedInALogToo() {
        assertThat(all()).allSatisfy(command -> assertThat(KnownCommand.recognise(command.text()))
                .hasValueSatisfying(known -> assertThat(known.text()).isEqualTo(command.text())));
    }

    @Test
    void noCommandIsLeftOutOfTheseTests() {
        Stream<String> classes = new ClassFileImporter()
                .importPackages("io.presencemedic.cisco.cli").stream()
                        .filter(type -> type.isAssignableTo(Command.class) && type.isRecord())
                        .filter(type -> !type.isEquivalentTo(AsPrinted.class))
                        .map(JavaClass::getSimpleName);
        assertThat(all().stream().map(command -> command.getClass().getSimpleName()))
                .containsAll(classes.toList());
    }

    @Test
    void onlyChangesSayThatTheyChange() {
        assertThat(all().stream()
                        .filter(command -> command.effect() == Effect.CHANGES)
                        .map(Command::text))
                .containsExactly(
                        "utils service start Cisco Presence Engine",
                        "utils service stop Cisco Presence Engine",
                        "utils service restart Cisco Presence Engine",
                        "utils service activate Cisco Presence Engine",
                        "set replication-sync monitor disable",
                        "set replication-sync monitor enable",
                        "run sql update enterprisenode set subclusterid=11 where id=2",
                        "utils ha failover imp-pub",
                        "utils ha fallback imp-pub",
                        "utils ha recover DefaultCluster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Presense Engine", "", "Cisco Tomcat\nutils system restart", "Cisco Tomcat; exit"})
    void servicesThatTheCatalogueDoesNotHaveAreNotSent(String name) {
        ServiceName service = new ServiceName(name);
        assertThatThrownBy(() -> UtilsServiceControl.start(service)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UtilsServiceControl.stop(service)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UtilsServiceControl.restart(service)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UtilsServiceControl.activate(service)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyServiceOfTheCatalogueCanBeSent() {
        assertThat(ServiceCatalog.all()).allSatisfy(service -> assertThat(
                        UtilsServiceControl.start(service.name()).text())
                .isEqualTo("utils service start " + service.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "host;reboot", "host\n", "-host", "ho?st", "host\t1"})
    void hostsThatAreNoneAreNotSent(String host) {
        assertThatThrownBy(() -> new UtilsNetworkConnectivity(host, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a'b", "a b", "x?", "'; drop table credential; --"})
    void usersThatAreNoneAreNotSent(String user) {
        assertThatThrownBy(() -> RunSqlSelect.applicationUser(user)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersOutOfRangeAreNotSent() {
        assertThatThrownBy(() -> new RunSqlUpdate("-1", "2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunSqlUpdate("1", "2 or 1=1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UtilsNetworkConnectivity("a", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UtilsNetworkConnectivity("a", 65_536))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheConnectivityTestIsConfirmed() {
        assertThat(all().stream().filter(Command::confirms)).allMatch(UtilsNetworkConnectivity.class::isInstance);
    }

    @Test
    void commandsReadTheirAnswers() throws Unreadable {
        Answer started = Answer.of("Service Manager is running\nCisco Presence Engine[STARTED]  \n");
        assertThat(UtilsServiceControl.start(ENGINE).read(started).succeeded()).isTrue();
        assertThat(UtilsServiceControl.restart(ENGINE).read(started).succeeded())
                .isTrue();
        assertThat(UtilsServiceControl.stop(ENGINE).read(started).succeeded()).isFalse();
        assertThat(UtilsServiceControl.activate(ENGINE).read(started).state()).isEqualTo(ServiceState.STARTED);
        assertThat(UtilsServiceControl.activate(ENGINE).read(Answer.of("")).state())
                .isNull();
        assertThat(new SetReplicationSyncMonitor(true).read(Answer.of(""))).isEmpty();
        assertThat(new RunSqlUpdate("11", "2").read(Answer.of("Rows: 1")).rows())
                .isEqualTo(1);
        assertThat(new UtilsNetworkConnectivity("a", 1500).read(Answer.of("Service accessible")))
                .isEqualTo(new Connectivity(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Executed command unsuccessfully",
                "No valid command entered",
                "Error: the monitor cannot be changed",
                "Command is not allowed during an upgrade",
                "Permission denied",
                "Control-C pressed"
            })
    void failuresAreNotTakenForTheMonitorsConsent(String said) {
        assertThatThrownBy(() -> new SetReplicationSyncMonitor(false).read(Answer.of(said)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> UtilsServiceControl.activate(ENGINE).read(Answer.of(said)))
                .isInstanceOf(Unreadable.class);
    }
}
