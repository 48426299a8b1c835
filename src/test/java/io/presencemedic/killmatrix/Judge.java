package io.presencemedic.killmatrix;

import io.presencemedic.simulator.JournalEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a job that has ended, by its log and by what the nodes heard meanwhile. */
final class Judge {
    private static final Set<String> LOOKS_AGAIN = Set.of("RESTORE_REQUESTED", "RESTORE_RESUMED");

    private final Map<Figure, List<String>> found = new EnumMap<>(Figure.class);
    private final String job;
    private final List<LoggedEvent> log;
    private final List<JournalEntry> changes;

    private Judge(String job, List<LoggedEvent> log, List<JournalEntry> heard) {
        this.job = job;
        this.log = log;
        this.changes = heard.stream()
                .filter(entry -> entry.changes() && entry.executed())
                .sorted(Comparator.comparing(JournalEntry::at))
                .toList();
    }

    /**
     * What should not be.
     *
     * @param job how it is called in what is found
     * @param lastSeq how many events there are by the job's row
     * @param heard what the nodes of the cluster heard since the job was asked for
     */
    static Map<Figure, List<String>> of(
            String job, List<LoggedEvent> log, long lastSeq, List<JournalEntry> heard, SentCommands.Deaths deaths) {
        Judge judge = new Judge(job, log, heard);
        judge.gaps(lastSeq);
        judge.repeatedLines();
        judge.offUnsaid();
        SentCommands sent = new SentCommands(log, judge.changes, deaths);
        sent.byTwo().forEach(what -> judge.add(Figure.RUN_BY_TWO, what));
        sent.twice().forEach(what -> judge.add(Figure.SENT_TWICE, what));
        return judge.found;
    }

    private void gaps(long lastSeq) {
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).seq() != i + 1) {
                add(Figure.GAPS, "event " + log.get(i).seq() + " is the " + (i + 1) + ". one");
                return;
            }
        }
        if (log.size() != lastSeq) {
            add(Figure.GAPS, log.size() + " events, " + lastSeq + " by the row");
        }
    }

    private void repeatedLines() {
        Set<Integer> finished = new HashSet<>();
        for (LoggedEvent event : log) {
            if (LOOKS_AGAIN.contains(event.type())) {
                finished.clear();
            } else if (event.is("LINE_FINISHED")) {
                if (!finished.add(event.line())) {
                    add(Figure.LINES_REPEATED, "line " + event.line() + " finished twice");
                }
            } else if (finished.contains(event.line()) && (event.is("LINE_BEGUN") || event.is("ACTING"))) {
                add(Figure.LINES_REPEATED, "line " + event.line() + ": " + event.body());
            }
        }
    }

    /** What the nodes were told last, and what the end says. */
    private void offUnsaid() {
        Set<String> off = new HashSet<>();
        for (JournalEntry change : changes) {
            String text = change.text();
            if (text.contains("haEnabled=")) {
                set(off, "HIGH_AVAILABILITY", text.contains("haEnabled=false"));
            } else if (text.startsWith("set replication-sync monitor")) {
                set(off, "REPLICATION_SYNC_MONITOR " + change.node(), text.endsWith("disable"));
            }
        }
        off.removeAll(said());
        if (!off.isEmpty()) {
            add(Figure.OFF_UNSAID, String.valueOf(off));
        }
    }

    private static void set(Set<String> off, String what, boolean isOff) {
        if (isOff) {
            off.add(what);
        } else {
            off.remove(what);
        }
    }

    private Set<String> said() {
        List<String> said = new ArrayList<>();
        log.get(log.size() - 1).body().path("leftSwitchedOff").forEach(left -> {
            String kind = left.path("kind").asText();
            said.add(
                    kind.equals("HIGH_AVAILABILITY")
                            ? kind
                            : kind + " " + left.path("subject").asText());
        });
        return said.stream().collect(Collectors.toSet());
    }

    private void add(Figure figure, String what) {
        found.computeIfAbsent(figure, none -> new ArrayList<>()).add(job + ": " + what);
    }
}
