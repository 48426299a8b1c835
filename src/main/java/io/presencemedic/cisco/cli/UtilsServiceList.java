package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code utils service list}: all services of a node with their states. */
public record UtilsServiceList() implements Command<ServiceList> {
    /** The letters with which a marker begins come first, since most places of a list begin none. */
    private static final Pattern MARKER = Pattern.compile(
            "(?i)(?=[RSGPC>])(?:Requesting service status, please wait(?: ?\\.{3}| ?…)?" + "|Service Manager is running"
                    + "|Getting list of all services" + "|>> ?Return code = (?<code>-?\\d{1,9})"
                    + "|(?<trailer>Primary Node ?= ?(?:true|false))" + "|Command successful\\.?"
                    + "|(?<=^|\\s)Successful\\.?$)");

    private static final int MOST_SERVICES = 2_000;

    @Override
    public String text() {
        return "utils service list";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    /** Reads the list; it is incomplete where its return code or its last line is missing or says otherwise. */
    @Override
    public ServiceList read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        Reading reading = new Reading();
        while (lines.advance()) {
            reading.line(lines);
        }
        if (reading.rows.isEmpty()) {
            throw lines.endedEarly("the list names no service");
        }
        return new ServiceList(reading.rows, reading.complete());
    }

    private static final class Reading {
        private final List<ServiceStatus> rows = new ArrayList<>();
        private final Set<ServiceName> seen = new HashSet<>();
        private boolean listed;
        private int rowsBehindCode;
        private boolean ended;

        void line(AnswerLines lines) throws Unreadable {
            String line = lines.line();
            Matcher marker = MARKER.matcher(line);
            int from = 0;
            while (marker.find()) {
                rows(lines, line.substring(from, marker.start()));
                from = marker.end();
                if (marker.group("code") != null) {
                    listed = marker.group("code").equals("0");
                }
                ended |= marker.group("trailer") != null;
            }
            rows(lines, line.substring(from));
        }

        private void rows(AnswerLines lines, String text) throws Unreadable {
            if (text.isBlank()) {
                return;
            }
            Optional<List<ServiceStatus>> found = ServiceRows.read(text);
            if (found.isEmpty()) {
                throw lines.unexpected("expected the name of a service with its state in brackets");
            }
            if (ended) {
                throw lines.unexpected("a service is named behind the end of the list");
            }
            if (rows.size() + found.get().size() > MOST_SERVICES) {
                throw lines.unexpected("the list names more services than any node has");
            }
            for (ServiceStatus row : found.get()) {
                if (!seen.add(row.name())) {
                    throw lines.unexpected("a service is named twice");
                }
                rows.add(row);
            }
            rowsBehindCode += listed ? found.get().size() : 0;
        }

        boolean complete() {
            return listed && ended && rowsBehindCode > 0;
        }
    }
}
