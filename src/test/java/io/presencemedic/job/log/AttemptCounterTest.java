package io.presencemedic.job.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptCounterTest {
    private static final String NODE = "imp-sub";
    private static final String START = "utils service start Cisco Presence Engine";
    private static final String OTHER = "utils service start Cisco SIP Proxy";
    private static final String STOPPED = "STOPPED (commanded out of service)";
    private static final String FAILED = "STOPPED (not running)";

    private final AttemptCounter tries = new AttemptCounter();

    @Test
    void anAnsweredTryCounts() {
        answered(START, STOPPED);

        assertThat(count(START, FAILED)).isEqualTo(1);
        assertThat(count(START, STOPPED)).isEqualTo(1);
        assertThat(count(OTHER, STOPPED)).isZero();
        assertThat(tries.all()).isEqualTo(1);
    }

    @Test
    void aTryThatWasBrokenOffIsMadeAnewWhereAllIsAsBefore() {
        brokenOff(START, STOPPED);
        assertThat(count(START, STOPPED)).isZero();

        answered(START, STOPPED);
        assertThat(count(START, FAILED)).isEqualTo(1);
    }

    @Test
    void aTryThatWasBrokenOffCountsWhereSomethingElseIsFound() {
        brokenOff(START, STOPPED);
        assertThat(count(START, FAILED)).isEqualTo(1);

        answered(START, FAILED);
        assertThat(count(START, FAILED)).isEqualTo(2);
        assertThat(tries.all()).isEqualTo(2);
    }

    @Test
    void theSecondTryMayBeBrokenOffAsWell() {
        brokenOff(START, FAILED);
        answered(START, FAILED);
        brokenOff(START, FAILED);

        assertThat(count(START, FAILED)).isEqualTo(1);
    }

    @Test
    void anotherChangeInBetweenChangesNothing() {
        brokenOff(START, STOPPED);
        answered(OTHER, STOPPED);

        assertThat(count(START, STOPPED)).isZero();
        assertThat(count(START, FAILED)).isEqualTo(1);
    }

    @Test
    void whatIsBrokenOffAgainAndAgainCountsInTheEnd() {
        for (int death = 1; death <= AttemptCounter.MOST_BROKEN_OFF; death++) {
            brokenOff(START, STOPPED);
            assertThat(count(START, STOPPED)).isZero();
        }
        brokenOff(START, STOPPED);
        assertThat(count(START, STOPPED)).isEqualTo(1);
        brokenOff(START, STOPPED);
        assertThat(count(START, STOPPED)).isEqualTo(2);
        assertThat(tries.allBrokenOff()).isEqualTo(AttemptCounter.MOST_BROKEN_OFF + 2);
    }

    @Test
    void aTryWhoseAnswerWasLostIsMadeOnceMoreWhereAllIsAsBefore() {
        lost(START, STOPPED);
        assertThat(count(START, STOPPED)).isZero();
        assertThat(count(START, FAILED)).isEqualTo(1);
        assertThat(tries.made(NODE, START)).isEqualTo(1);

        lost(START, STOPPED);
        assertThat(count(START, STOPPED)).isEqualTo(1);
        assertThat(tries.made(NODE, START)).isEqualTo(2);
    }

    private void lost(String command, String found) {
        tries.begin(NODE, command, seen(found));
        tries.lost();
    }

    @Test
    void anAnswerEndsTheRow() {
        for (int death = 1; death <= AttemptCounter.MOST_BROKEN_OFF; death++) {
            brokenOff(START, STOPPED);
        }
        answered(START, STOPPED);
        brokenOff(START, STOPPED);

        assertThat(count(START, STOPPED)).isEqualTo(1);
    }

    @Test
    void theSameStateInOtherWordsIsTheSame() {
        tries.begin(NODE, START, new SeenBefore("STOPPED", "is STOPPED"));
        tries.brokenOff();

        assertThat(tries.of(NODE, START, new SeenBefore("STOPPED", "was found to be STOPPED")))
                .isZero();
        assertThat(tries.of(NODE, START, new SeenBefore("STARTING", "is STOPPED")))
                .isEqualTo(1);
    }

    @Test
    void whereAnEventOfAnEarlierVersionNamesNoStateTheReasonTells() {
        brokenOff(START, STOPPED);

        assertThat(tries.of(NODE, START, new SeenBefore("STOPPED", STOPPED))).isZero();
        assertThat(tries.of(NODE, START, new SeenBefore("STOPPED", FAILED))).isEqualTo(1);
    }

    /** A step that names no state. */
    private static SeenBefore seen(String why) {
        return new SeenBefore(null, why);
    }

    private int count(String command, String found) {
        return tries.of(NODE, command, seen(found));
    }

    private void answered(String command, String found) {
        tries.begin(NODE, command, seen(found));
        tries.answered();
    }

    private void brokenOff(String command, String found) {
        tries.begin(NODE, command, seen(found));
        tries.brokenOff();
    }
}
