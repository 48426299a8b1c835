package io.presencemedic.simulator.model;

import static io.presencemedic.cisco.service.ServiceState.STARTED;
import static io.presencemedic.cisco.service.ServiceState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pair of recovery managers does, by the document's cautions (C3) and Cisco's guides (F). */
@BesideTheService
class RecoveryRulesTest extends ModelTest {
    private static final String SUB = "imp-sub";
    private static final String RECOVERY_MANAGER = "Cisco Server Recovery Manager";
    private static final List<HaState> NORMAL = List.of(HaState.NORMAL, HaState.NORMAL);
    private static final List<HaState> BACKUP =
            List.of(HaState.RUNNING_IN_BACKUP_MODE, HaState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING);

    @Test
    void aCriticalServiceMayBeDownForNinetySeconds() {
        SimulatedCluster cluster = open("ha-failed-over-services-down-at-once");
        clock.leap(Duration.ofSeconds(89));
        assertThat(states(cluster)).isEqualTo(NORMAL);

        clock.leap(Duration.ofSeconds(2));
        assertThat(states(cluster)).containsExactly(HaState.TAKING_OVER, HaState.FAILING_OVER);

        clock.leap(Duration.ofSeconds(30));
        assertThat(states(cluster)).isEqualTo(BACKUP);
        assertThat(reason(cluster, SUB)).isEqualTo(HaReason.CRITICAL_SERVICE_DOWN);
    }

    @Test
    void aNodeThatWasRestartedWithHighAvailabilityOnIsTakenOverByItsPeer() {
        SimulatedCluster cluster = open("stuck-in-starting");

        assertThat(states(cluster)).isEqualTo(BACKUP);
        assertThat(reason(cluster, "imp-pub")).isEqualTo(HaReason.PEER_REBOOT);
    }

    @Test
    void usersOfAFailedOverNodeAreActiveOnItsPeer() {
        SimulatedCluster cluster = open("ha-failed-over");
        assertThat(activeUsers(cluster)).containsExactly(410, 0);

        assertThat(fallback(cluster, SUB)).isTrue();
        clock.leap(Duration.ofMinutes(3));

        assertThat(activeUsers(cluster)).containsExactly(212, 198);
    }

    @Test
    void usersWhoStayOnThePeerComeHomeWhenHighAvailabilityIsNormal() {
        SimulatedCluster cluster = open("ha-failed-over+users-stay-on-peer");
        highAvailability(cluster, false);
        clock.leap(Duration.ofMinutes(3));
        assertThat(activeUsers(cluster)).containsExactly(410, 0);

        highAvailability(cluster, true);
        clock.leap(Duration.ofMinutes(3));
        assertThat(activeUsers(cluster)).containsExactly(212, 198);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stuck-in-starting", "ha-failed", "ha-failed-services-down", "healthy", "ha-in-transition"})
    void aFallbackIsRefusedWhereTheNodeHasNotFailedOverOrCannotServe(String scenario) {
        SimulatedCluster cluster = open(scenario);
        List<HaState> before = states(cluster);

        assertThat(fallback(cluster, SUB)).isFalse();
        assertThat(states(cluster)).isEqualTo(before);
    }

    @Test
    void aFallbackPassesThroughItsTransitionAndEndsNormal() {
        SimulatedCluster cluster = open("ha-failed-over");
        assertThat(fallback(cluster, SUB)).isTrue();
        assertThat(states(cluster)).containsExactly(HaState.FALLING_BACK, HaState.TAKING_BACK);

        clock.leap(Duration.ofMinutes(3));

        assertThat(states(cluster)).isEqualTo(NORMAL);
    }

    @Test
    void aManualFailoverStopsTheCriticalServicesUntilTheFallback() {
        SimulatedCluster cluster = open("healthy");
        assertThat(cluster.<Boolean>ask(world -> world.failover(world.node(SUB))))
                .isTrue();
        clock.leap(Duration.ofDays(1));
        assertThat(states(cluster)).containsExactly(HaState.RUNNING_IN_BACKUP_MODE, HaState.IDLE);
        assertThat(state(cluster, SUB, PRESENCE_ENGINE)).isEqualTo(STOPPED);
        assertThat(state(cluster, SUB, "Cisco XCP Connection Manager")).isEqualTo(STOPPED);

        assertThat(fallback(cluster, SUB)).isTrue();
        clock.leap(Duration.ofMinutes(5));

        assertThat(states(cluster)).isEqualTo(NORMAL);
        assertThat(state(cluster, SUB, PRESENCE_ENGINE)).isEqualTo(STARTED);
        assertThat(state(cluster, SUB, "Cisco XCP Connection Manager")).isEqualTo(STARTED);
    }

    @Test
    void aManualFailoverCanEndInFailedOver() {
        SimulatedCluster cluster = open("ha-idle+failover-ends-failed-over");
        assertThat(states(cluster)).containsExactly(HaState.RUNNING_IN_BACKUP_MODE, HaState.FAILED_OVER);

        assertThat(fallback(cluster, SUB)).isTrue();
        clock.leap(Duration.ofMinutes(5));
        assertThat(states(cluster)).isEqualTo(NORMAL);
    }

    @Test
    void aFallbackWhoseServicesDoNotStartGivesUp() {
        SimulatedCluster cluster = open("ha-failed-over");
        cluster.tell(world -> new ServiceChange.Blocked(
                        SUB,
                        List.of(PRESENCE_ENGINE),
                        StartBlocker.Manner.FAILS,
                        List.of(Condition.of(Condition.Kind.NEVER)),
                        0,
                        null)
                .apply(world));
        assertThat(fallback(cluster, SUB)).isTrue();
        clock.leap(Duration.ofMinutes(6));

        assertThat(states(cluster)).isEqualTo(BACKUP);
        assertThat(reason(cluster, "imp-pub")).isEqualTo(HaReason.START_OF_CRITICAL_SERVICES_FAILED);
    }

    @Test
    void recoverRestartsTheRecoveryManagersOfAFailedGroup() {
        SimulatedCluster cluster = open("ha-failed");
        assertThat(recover(cluster)).isTrue();
        clock.leap(Duration.ofMinutes(1));

        assertThat(states(cluster)).isEqualTo(NORMAL);
    }

    @Test
    void recoverDoesNotHelpWhileCriticalServicesAreDown() {
        SimulatedCluster cluster = open("ha-failed-services-down");
        assertThat(recover(cluster)).isTrue();
        clock.leap(Duration.ofMinutes(1));

        assertThat(states(cluster)).containsExactly(HaState.FAILED, HaState.FAILED);
    }

    @Test
    void recoverIsForFailedGroupsOnly() {
        assertThat(recover(open("stuck-in-starting"))).isFalse();
        assertThat(recover(open("healthy"))).isFalse();
    }

    @Test
    void unknownWithHighAvailabilityOnEndsWithARestartOfBothRecoveryManagers() {
        SimulatedCluster cluster = open("ha-unknown");
        cluster.tell(world -> world.services().restart("imp-pub", RECOVERY_MANAGER));
        clock.leap(Duration.ofMinutes(2));
        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);

        cluster.tell(world -> world.services().restart(SUB, RECOVERY_MANAGER));
        clock.leap(Duration.ofMinutes(2));
        assertThat(states(cluster)).isEqualTo(NORMAL);
    }

    @Test
    void aNodeWhoseRecoveryManagerIsBackCanTakeItsUsersBack() {
        SimulatedCluster cluster = open("recovery-manager-stopped");
        assertThat(states(cluster)).containsExactly(HaState.RUNNING_IN_BACKUP_MODE, HaState.UNKNOWN);

        cluster.tell(world -> world.services().start(SUB, RECOVERY_MANAGER));
        clock.leap(Duration.ofMinutes(1));

        assertThat(states(cluster)).containsExactly(HaState.RUNNING_IN_BACKUP_MODE, HaState.FAILED_OVER);
    }

    @Test
    void usersGoHomeByThemselvesOnlyWhereThatIsSwitchedOn() {
        assertThat(states(open("ha-failed-over"))).containsExactly(HaState.RUNNING_IN_BACKUP_MODE, HaState.FAILED_OVER);
        SimulatedCluster cluster = open("ha-failed-over+automatic-fallback");
        clock.leap(Duration.ofMinutes(5));

        assertThat(states(cluster)).isEqualTo(NORMAL);
    }

    @Test
    void aFailedGroupBeginsAnewByItselfOnlyWhereThatIsSwitchedOn() {
        SimulatedCluster cluster = open("ha-failed+automatic-recovery");

        assertThat(states(cluster)).isEqualTo(NORMAL);
    }

    @Test
    void aSwitchThatArrivesInTheMiddleOfATransitionTakesEffectAtItsEnd() {
        SimulatedCluster cluster = open("ha-failed-over-services-down-at-once");
        clock.leap(Duration.ofSeconds(45));
        highAvailability(cluster, false);
        clock.leap(Duration.ofSeconds(65));
        assertThat(states(cluster)).containsExactly(HaState.TAKING_OVER, HaState.FAILING_OVER);

        clock.leap(Duration.ofSeconds(15));
        assertThat(states(cluster)).containsExactly(HaState.UNKNOWN, HaState.UNKNOWN);
    }

    @Test
    void replicationIsBackSomeMinutesAfterTheDatabase() {
        SimulatedCluster cluster = open("healthy-ha-off");
        Stream.of("stop", "start")
                .forEach(verb -> new ScriptedTreatment(cluster, clock).apply(verb + " imp-sub A Cisco DB"));
        SimulatedCluster again = open("healthy-ha-off");
        again.tell(world -> world.services().stop(SUB, "A Cisco DB"));
        clock.leap(Duration.ofMinutes(1));
        assertThat(replication(again)).isEqualTo(4);

        again.tell(world -> world.services().start(SUB, "A Cisco DB"));
        clock.leap(Duration.ofMinutes(2));
        assertThat(replication(again)).isZero();

        clock.leap(Duration.ofMinutes(2));
        assertThat(replication(again)).isEqualTo(2);
        assertThat(replication(cluster)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stuck-in-starting+replication-broken", "replication-broken+stuck-in-starting"})
    void replicationThatIsBrokenForACauseOfItsOwnIsNotMendedByARestart(String scenario) {
        SimulatedCluster cluster = open(scenario);
        clock.leap(Duration.ofHours(1));

        assertThat(replication(cluster)).isEqualTo(4);
    }

    private static HaReason reason(SimulatedCluster cluster, String node) {
        return cluster.ask(world -> group(world, GROUP).reason(node));
    }

    private static boolean fallback(SimulatedCluster cluster, String node) {
        return cluster.ask(world -> world.fallback(world.node(node)));
    }

    private static boolean recover(SimulatedCluster cluster) {
        return cluster.ask(world -> world.recover(group(world, GROUP)));
    }

    private static List<Integer> activeUsers(SimulatedCluster cluster) {
        return cluster.ask(world -> Stream.of("imp-pub", SUB)
                .map(node -> world.activeUsers(world.node(node)))
                .toList());
    }

    private static int replication(SimulatedCluster cluster) {
        return cluster.ask(world -> world.node(SUB).replicationSetup());
    }
}
