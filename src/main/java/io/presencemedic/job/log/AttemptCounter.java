package io.presencemedic.job.log;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often a line has made each change. A try that the end of the process broke off counts only where the look behind
 * it finds things otherwise than before: then the node has heard it. Where all is as it was, the same change is made in
 * its place. Changed only by {@link LineHistory} while it folds.
 */
public final class AttemptCounter {
    /** A process that ends so often in a row at one change may end of it; what it tries from then on counts. */
    public static final int MOST_BROKEN_OFF = 3;

    private final Map<String, Tried> changes = new TreeMap<>();
    private @Nullable Tried last;
    private int brokenOff;

    void begin(String node, String command, SeenBefore found) {
        last = changes.computeIfAbsent(key(node, command), key -> new Tried());
        last.begin(found);
    }

    void answered() {
        if (last != null) {
            last.inARow = 0;
        }
    }

    void brokenOff() {
        if (last != null) {
            brokenOff++;
            last.breakOff();
        }
    }

    /** The answer was lost: where all is as it was then, the node has not heard it, and it is sent once more. */
    void lost() {
        if (last != null) {
            last.lose();
        }
    }

    /** The last try never left this process: it counts for nothing. */
    void neverSent() {
        if (last != null) {
            last.undo();
        }
    }

    void clear() {
        changes.clear();
        last = null;
        brokenOff = 0;
    }

    /** How many tries of this change count, by what is found now. */
    public int of(String node, String command, SeenBefore found) {
        Tried tried = changes.get(key(node, command));
        return tried == null ? 0 : tried.counted(found);
    }

    /** How often this change may have been heard, without one that was broken off and not looked at since. */
    public int made(String node, String command) {
        Tried tried = changes.get(key(node, command));
        return tried == null ? 0 : tried.made + (tried.lost ? 1 : 0);
    }

    /** How many tries count, of all changes together, without one that was broken off and not looked at since. */
    public int all() {
        return changes.values().stream().mapToInt(tried -> tried.made).sum();
    }

    /** How many were broken off by the end of the process. */
    public int allBrokenOff() {
        return brokenOff;
    }

    private static String key(String node, String command) {
        return node + "> " + command;
    }

    private static final class Tried {
        private int made;
        private int inARow;
        private @Nullable SeenBefore found;
        private boolean open;
        private boolean lost;

        void begin(SeenBefore now) {
            made = counted(now) + 1;
            inARow = isAsBefore(now) ? inARow : 0;
            found = now;
            open = false;
        }

        void breakOff() {
            made--;
            inARow++;
            open = true;
        }

        /** Once for each change: two answers in a row that are lost say something about the change. */
        void lose() {
            if (!lost) {
                lost = true;
                breakOff();
            }
        }

        void undo() {
            made--;
        }

        int counted(SeenBefore now) {
            boolean anew = isAsBefore(now) && inARow <= MOST_BROKEN_OFF;
            return open && !anew ? made + 1 : made;
        }

        private boolean isAsBefore(SeenBefore now) {
            return found != null && now.isSameAs(found);
        }
    }
}
