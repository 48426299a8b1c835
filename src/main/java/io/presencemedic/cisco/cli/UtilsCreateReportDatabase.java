package io.presencemedic.cisco.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code utils create report database}: collects the database's logs into a file. The answer is the file's path. */
public record UtilsCreateReportDatabase() implements Command<String> {
    private static final Pattern DONE = Pattern.compile("(?i)COMPLETED! Database report created successfully ?\\.*");
    private static final Pattern FILE = Pattern.compile("(?i)file get activelog (?<path>\\S+)");
    private static final Pattern CHATTER = Pattern.compile("(?i)Created .+ for log collection ?\\.*|Collecting .+"
            + "|To (retrieve|delete) the .+, use CLI command ?:|file delete activelog \\S+|[. ]+");

    @Override
    public String text() {
        return "utils create report database";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(20);
    }

    @Override
    public String read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        @Nullable String path = null;
        boolean done = false;
        while (lines.advance()) {
            Matcher file = FILE.matcher(lines.line());
            if (DONE.matcher(lines.line()).matches()) {
                done = true;
            } else if (file.matches()) {
                path = file.group("path");
            } else if (!CHATTER.matcher(lines.line()).matches()) {
                throw lines.unexpected("expected the progress of the report");
            }
        }
        if (!done || path == null) {
            throw lines.endedEarly("the report was not completed");
        }
        return path;
    }
}
