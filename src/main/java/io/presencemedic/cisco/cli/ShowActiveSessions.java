package io.presencemedic.cisco.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code show perf query counter "Cisco Presence Engine" ActiveJsmSessions}: how many users are signed in on the node.
 * The answer's layout differs by release; the counter's own line is what counts.
 */
public record ShowActiveSessions() implements Command<Integer> {
    private static final Pattern COUNTER =
            Pattern.compile("(?i).{0,200}?ActiveJsmSessions\\W{0,20}?[=:]\\s{0,20}+(?<sessions>\\d{1,9})\\W{0,20}+");

    @Override
    public String text() {
        return "show perf query counter \"Cisco Presence Engine\" ActiveJsmSessions";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Integer read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        while (lines.advance()) {
            Matcher counter = COUNTER.matcher(lines.line());
            if (counter.matches()) {
                return Integer.valueOf(counter.group("sessions"));
            }
        }
        throw lines.endedEarly("the answer does not name the counter");
    }
}
