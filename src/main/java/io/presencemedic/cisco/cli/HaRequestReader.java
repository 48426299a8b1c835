package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.HighAvailabilityRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the Server Recovery Manager answers to a request: a heading, its verdict, and the nodes' states. */
final class HaRequestReader {
    private static final Pattern HEADING = Pattern.compile("(?i)Initiate Manual (Failover|Fallback) for Node\\b.*");
    private static final Pattern VERDICT = Pattern.compile("(?i)Request (?<word>SUCCESSFUL|FAILED|UNSUCCESSFUL)\\b.*");
    private static final Pattern PROGRESS =
            Pattern.compile("(?i)(Stopping|Starting) services\\.* *(?<word>Stopped|Started|Failed)?\\.?");

    private HaRequestReader() {}

    /** The answer to a failover or a fallback. */
    static HighAvailabilityRequest move(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        while (lines.advance()) {
            Matcher verdict = VERDICT.matcher(lines.line());
            if (verdict.matches()) {
                boolean accepted = verdict.group("word").equalsIgnoreCase("SUCCESSFUL");
                if (accepted) {
                    states(answer, lines.number());
                }
                return new HighAvailabilityRequest(accepted);
            }
            if (!HEADING.matcher(lines.line()).matches()) {
                throw lines.unexpected("expected what became of the request");
            }
        }
        throw lines.endedEarly("expected what became of the request");
    }

    /** The states behind the verdict are not needed, and must be states all the same. */
    private static void states(Answer answer, int from) throws Unreadable {
        List<String> rest = new ArrayList<>(answer.lines());
        for (int i = 0; i < from; i++) {
            rest.set(i, "");
        }
        if (rest.stream().anyMatch(line -> !line.isBlank())) {
            new HaReader(new Answer(rest)).read();
        }
    }

    /** The answer to a recovery: the services are stopped and started again. */
    static HighAvailabilityRequest recovery(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        boolean started = false;
        while (lines.advance()) {
            Matcher progress = PROGRESS.matcher(lines.line());
            Matcher verdict = VERDICT.matcher(lines.line());
            if (verdict.matches()) {
                return new HighAvailabilityRequest(verdict.group("word").equalsIgnoreCase("SUCCESSFUL"));
            }
            if (!progress.matches()) {
                throw lines.unexpected("expected that services are stopped and started");
            }
            started = "Started".equalsIgnoreCase(progress.group("word"));
        }
        return new HighAvailabilityRequest(started);
    }
}
