package io.presencemedic.killmatrix;

import io.presencemedic.simulator.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays what the nodes heard beside a job's log: each change belongs to one intent of the worker that had the job then.
 * What was on the wire when a process died belongs to its intent, too.
 */
final class SentCommands {
    private static final List<String> DISRUPTIVE =
            List.of("utils service restart", "utils service stop", "activate", "Activate", "Restart", "Stop");

    /** A restart of a service that was found so disrupts nothing. */
    private static final Set<String> STOPPED = Set.of("STOPPED", "NOTRUNNING");

    private final Deaths deaths;
    private final Set<String> inDoubt = new HashSet<>();
    private final List<String> byTwo = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private String worker = "";
    private @Nullable Intent open;
    private @Nullable Intent before;

    /** Which workers have ended, and when. */
    interface Deaths {
        /** Whether a worker had certainly ended then, so that only the wire can have been late. */
        boolean hadEnded(String worker, Instant when);
    }

    private static final class Intent {
        private final String worker;
        private final boolean ofWhatIsStopped;
        private final List<String> sent = new ArrayList<>();

        private Intent(String worker, boolean ofWhatIsStopped) {
            this.worker = worker;
            this.ofWhatIsStopped = ofWhatIsStopped;
        }
    }

    SentCommands(List<LoggedEvent> log, List<JournalEntry> changes, Deaths deaths) {
        this.deaths = deaths;
        int next = 0;
        for (LoggedEvent event : log) {
            while (next < changes.size() && changes.get(next).at().isBefore(event.at())) {
                heard(changes.get(next++));
            }
            logged(event);
        }
        changes.subList(next, changes.size()).forEach(this::heard);
    }

    /** Changes that a worker sent after another one had the job. */
    List<String> byTwo() {
        return byTwo;
    }

    /** Changes that were sent again although it was not known whether they took effect. */
    List<String> twice() {
        return twice;
    }

    private void logged(LoggedEvent event) {
        switch (event.type()) {
            case "CLAIMED" -> {
                worker = event.body().path("worker").asText();
                before = open;
                open = null;
            }
            case "ACTING" ->
                open = new Intent(
                        worker,
                        STOPPED.contains(
                                event.body().path("notes").path("found").asText()));
            case "DID_ACT" -> {
                Intent told = open == null ? before : open;
                if (told != null && event.body().path("code").asText().equals("OUTCOME_UNKNOWN")) {
                    inDoubt.addAll(told.sent);
                }
            }
            case "OPERATOR_ANSWERED" -> inDoubt.clear();
            default -> {
                // Tells nothing of commands.
            }
        }
    }

    private void heard(JournalEntry change) {
        String what = change.node() + " " + change.text();
        Intent intent = open != null ? open : onTheWire(change);
        if (intent == null) {
            byTwo.add(what + " at " + change.at() + ", while " + worker + " had the job and meant nothing of the kind");
            return;
        }
        boolean disrupts = !intent.ofWhatIsStopped && DISRUPTIVE.stream().anyMatch(change.text()::contains);
        if (!intent.sent.isEmpty() || (disrupts && inDoubt.contains(what))) {
            twice.add(what + " at " + change.at());
        }
        intent.sent.add(what);
    }

    private @Nullable Intent onTheWire(JournalEntry change) {
        Intent intent = before;
        return intent != null && deaths.hadEnded(intent.worker, change.at()) ? intent : null;
    }
}
