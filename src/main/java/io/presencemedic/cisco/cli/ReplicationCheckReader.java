package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ReplicationCheck;
import io.presencemedic.cisco.ReplicationCheck.Kind;
import io.presencemedic.cisco.ReplicationCheck.State;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the last check of the tables found. Lines may be joined, so the known sentences are taken out of the text;
 * what remains must speak of a fault, or is not known.
 */
final class ReplicationCheckReader {
    private static final String TIME = "(?<at>[0-9][0-9:-]{7,30})";
    private static final Pattern SENTENCE = Pattern.compile("(?i)"
            + "(?<sync>BROADCAST SYNC) (?<ended>ended|Completed on \\d{1,4} servers?|started)? ?at: ?" + TIME
            + "|(?<kind>Replication (?:status|repair)) command started at: ?" + TIME.replace("at", "since")
            + "|Replication (?:status|repair) command (?<state>(?:in )?PROGRESS|COMPLETED)\\.? ?"
            + "(?:Checked )?(?<done>\\d{1,7}) tables (?:checked |processed )?out of (?<all>\\d{1,7})\\.?"
            + "|(?:Last )?Sync Result: SYNC COMPLETED (?:on )?(?<synced>\\d{1,7}) tables (?:sync.?ed )?"
            + "out of (?<total>\\d{1,7})"
            + "|(?<good>No Errors(?: or?(?: M\\w{0,9}(?: f\\w{0,4}\\.?)?)?)?(?=\\s|$)"
            + "|Sync Status: (?:All Tables are in sync|NO ERRORS)|Sync Errors: NO ERRORS)"
            + "|Last Completed Table: ?[\\w.]*"
            + "|Use (?:'file view[^']{1,200}' to see the details|CLI to see detail: ?'[^']{1,200}')");
    private static final Pattern FAULT =
            Pattern.compile("(?i)mismatch|error|fail|not in sync|out of sync|sync result|sync status|not complete"
                    + "|cancel|stopped|timed? ?out|not started|never|no connectivity|unable");

    /** What was found, and not only that nothing could be. */
    private static final Pattern FOUND =
            Pattern.compile("(?i)mismatch|error|fail|(?:not in|out of) sync|(?:not|never) synced");

    private Kind kind = Kind.OTHER;
    private State state = State.UNKNOWN;
    private @Nullable String at;
    private boolean counted;
    private boolean allTables = true;
    private boolean good;
    private boolean odd;
    private @Nullable String fault;

    /** Takes in a line; false where it is not known. */
    boolean accepts(String line) {
        Matcher sentence = SENTENCE.matcher(line.strip());
        StringBuilder rest = new StringBuilder();
        while (sentence.find()) {
            take(sentence);
            sentence.appendReplacement(rest, " ");
        }
        sentence.appendTail(rest);
        if (rest.toString().isBlank()) {
            return true;
        }
        odd = true;
        boolean first = fault == null && FOUND.matcher(rest).find();
        fault = first ? rest.toString().strip() : fault;
        return FAULT.matcher(rest).find();
    }

    private void take(Matcher found) {
        if (found.group("sync") != null) {
            begin(Kind.BROADCAST_SYNC, found.group("at"));
            String ended = found.group("ended");
            state = ended != null && !ended.equalsIgnoreCase("started") ? State.COMPLETED : State.IN_PROGRESS;
        } else if (found.group("kind") != null) {
            boolean repair = found.group("kind").toLowerCase(Locale.ROOT).endsWith("repair");
            begin(repair ? Kind.REPAIR : Kind.STATUS, found.group("since"));
        } else if (found.group("state") != null) {
            state = found.group("state").equalsIgnoreCase("COMPLETED") ? State.COMPLETED : State.IN_PROGRESS;
            counted(found.group("done"), found.group("all"));
        } else if (found.group("synced") != null) {
            counted(found.group("synced"), found.group("total"));
        } else if (found.group("good") != null) {
            good = true;
        }
    }

    private void counted(String done, String all) {
        counted = true;
        allTables &= done.equals(all);
    }

    private void begin(Kind what, String when) {
        kind = what;
        at = when;
    }

    ReplicationCheck result() {
        boolean clean = state == State.COMPLETED && counted && allTables && good && !odd;
        return new ReplicationCheck(kind, state, at, fault, clean);
    }
}
