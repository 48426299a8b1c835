package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.DiagnosticTests.Test;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code utils diagnose test}: the platform's own tests. */
public record UtilsDiagnoseTest() implements Command<DiagnosticTests> {
    private static final Pattern TEST =
            Pattern.compile("(?<kind>test|skip) - (?<name>[\\w-]{1,60})\\s*(?::|-{1,2}|—|–)\\s*(?<result>\\S.*)");
    private static final Pattern CHATTER =
            Pattern.compile("(?i)Log file: ?\\S+|Starting diagnostic test\\(s\\) ?=*|={3,}"
                    + "|The final output will be in Log file: ?\\S+|Please use .?file view .*");
    private static final Pattern END = Pattern.compile("(?i)Diagnostics Completed\\.?");

    @Override
    public String text() {
        return "utils diagnose test";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    /** Reads the tests; the answer is incomplete where its last lines are missing. */
    @Override
    public DiagnosticTests read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        List<Test> tests = new ArrayList<>();
        boolean complete = false;
        while (lines.advance()) {
            Matcher test = TEST.matcher(lines.line());
            if (test.matches() && !complete) {
                boolean skipped = test.group("kind").equals("skip");
                tests.add(new Test(test.group("name"), test.group("result").strip(), skipped));
            } else if (END.matcher(lines.line()).matches()) {
                complete = true;
            } else if (!CHATTER.matcher(lines.line()).matches()) {
                detail(lines, tests, complete);
            }
        }
        if (tests.isEmpty()) {
            throw lines.endedEarly("the answer names no test");
        }
        return new DiagnosticTests(tests, complete);
    }

    /** What a test found may run over several lines, unless it passed. */
    private static void detail(AnswerLines lines, List<Test> tests, boolean complete) throws Unreadable {
        int last = tests.size() - 1;
        if (last < 0 || complete || tests.get(last).passed() || tests.get(last).skipped()) {
            throw lines.unexpected("expected a test with its result");
        }
        Test test = tests.get(last);
        tests.set(last, new Test(test.name(), test.result() + " " + lines.line(), false));
    }
}
