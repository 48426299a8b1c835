package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.CoreFile;
import io.presencemedic.cisco.service.CoreFileList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code utils core active list}: the traces of crashed processes. Needs an account of level 1. */
public record UtilsCoreActiveList() implements Command<CoreFileList> {
    private static final Pattern NONE = Pattern.compile("(?i)No core files found\\.?");
    private static final Pattern HEADING = Pattern.compile("(?i)Size\\s+Date\\s+Core File Name|={3,}");
    private static final Pattern ROW = Pattern.compile("(?:(?<size>\\d{1,12})\\s*KB\\s+)?"
            + "(?<date>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)\\s+(?<name>core\\.\\S{1,200}|\\S{1,200}\\.core)");

    @Override
    public String text() {
        return "utils core active list";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    @Override
    public CoreFileList read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        List<CoreFile> files = new ArrayList<>();
        boolean none = false;
        while (lines.advance()) {
            Matcher row = ROW.matcher(lines.line());
            if (row.matches() && !none) {
                files.add(file(row));
            } else if (NONE.matcher(lines.line()).matches() && files.isEmpty()) {
                none = true;
            } else if (!HEADING.matcher(lines.line()).matches() || none) {
                throw lines.unexpected("expected a core file with its date");
            }
        }
        if (files.isEmpty() && !none) {
            throw lines.endedEarly("expected core files, or that there are none");
        }
        return new CoreFileList(files);
    }

    private static CoreFile file(Matcher row) {
        String size = row.group("size");
        return new CoreFile(row.group("name"), size == null ? null : Long.valueOf(size), row.group("date"));
    }
}
