package io.presencemedic.killmatrix;

import io.presencemedic.cisco.cli.UtilsDiagnoseTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A way in which a process of the service, its database or its links are struck. */
enum Strike {
    /** The process ends without a word. */
    SIGKILL(6, Duration.ofMillis(500)),
    /** The process is asked to end, and hands over. */
    SIGTERM(3, Duration.ofMillis(300)),
    /** The process stands still for longer than its lease, and goes on. */
    SIGSTOP(3, Duration.ofMillis(5_500)),
    /** The database server is restarted without a checkpoint. */
    DATABASE_RESTARTED(2, null),
    /** Every session with the database is ended. */
    SESSIONS_ENDED(2, null),
    /** The session that shows that a process lives, and in which it hears the news, is ended; the process lives. */
    OWN_SESSION_ENDED(2, null),
    /** The nodes hang up before or after the next command. */
    LINKS_CUT(2, null),
    /** A node carries out what it hears, and no prompt follows any more, until it is itself again. */
    NODE_MUTED(2, null),
    /** The clock of the process is an hour ahead, or behind, from now on. */
    CLOCK_STEPPED(2, null),
    /** The database server is away for a while. */
    DATABASE_AWAY(0, null);

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    /** Of the commands of these jobs. */
    private static final Duration LONGEST_COMMAND = new UtilsDiagnoseTest().patience();

    private final int weight;
    private final @Nullable Duration goal;

    Strike(int weight, @Nullable Duration goal) {
        this.weight = weight;
        this.goal = goal;
    }

    /** Within what time 95 of 100 jobs are to have their next owner; null where they keep the one that they have. */
    @Nullable
    Duration goal() {
        return goal;
    }

    /**
     * When a job counts as lost that nobody has gone on with. A command whose prompt does not come is waited for until
     * its own limit, since the platform may be at work on it: so long is a job granted whose node was muted.
     */
    Duration patience() {
        return this == NODE_MUTED ? LONGEST_COMMAND.plus(A_MINUTE) : A_MINUTE;
    }

    /** Whether the process' jobs go to others. */
    boolean isOfAProcess() {
        return goal != null;
    }

    /** Whether this machine has what it takes. */
    boolean isPossible() {
        return this != CLOCK_STEPPED || SteppedClock.isInstalled();
    }

    /** Those whose names are listed, with commas between them. */
    static List<Strike> listed(String names) {
        return Stream.of(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Strike::valueOf)
                .toList();
    }

    /** So many strikes, each kind by its weight, in an order of chance. */
    static List<Strike> series(int rounds, Random chance) {
        List<Strike> all = new ArrayList<>();
        while (all.size() < rounds) {
            List<Strike> turn = new ArrayList<>();
            for (Strike strike : possible()) {
                turn.addAll(Collections.nCopies(strike.weight, strike));
            }
            Collections.shuffle(turn, chance);
            all.addAll(turn);
        }
        return all.subList(0, rounds);
    }

    /** One of each kind; another replica starts meanwhile in the place of the killed one. */
    static List<Strike> oneOfEach() {
        return Stream.of(
                        SIGKILL,
                        OWN_SESSION_ENDED,
                        LINKS_CUT,
                        SESSIONS_ENDED,
                        SIGSTOP,
                        DATABASE_AWAY,
                        CLOCK_STEPPED,
                        NODE_MUTED,
                        DATABASE_RESTARTED,
                        SIGTERM)
                .filter(Strike::isPossible)
                .toList();
    }

    private static List<Strike> possible() {
        return Stream.of(values()).filter(Strike::isPossible).toList();
    }
}
