package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code show version active}: the running release. */
public record ShowVersionActive() implements Command<InstalledVersion> {
    private static final Pattern VERSION = Pattern.compile("(?i)Active Master Version ?: ?(?<version>\\S+)");
    private static final Pattern OPTIONS = Pattern.compile("(?i)Active Version Installed Software Options ?: ?");
    private static final Pattern NO_OPTIONS = Pattern.compile("(?i)No Installed Software Options Found\\.?");
    private static final Pattern OPTION = Pattern.compile("[\\w][\\w.()+-]{2,200}");

    @Override
    public String text() {
        return "show version active";
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
    public InstalledVersion read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        @Nullable Version version = null;
        List<String> options = new ArrayList<>();
        boolean inOptions = false;
        while (lines.advance()) {
            Matcher found = VERSION.matcher(lines.line());
            if (found.matches() && version == null) {
                version =
                        Version.parse(found.group("version")).orElseThrow(() -> lines.unexpected("expected a version"));
            } else if (OPTIONS.matcher(lines.line()).matches() && version != null) {
                inOptions = true;
            } else if (inOptions && OPTION.matcher(lines.line()).matches()) {
                options.add(lines.line());
            } else if (!inOptions || !NO_OPTIONS.matcher(lines.line()).matches()) {
                throw lines.unexpected("expected the active version and its options");
            }
        }
        if (version == null) {
            throw lines.endedEarly("the answer names no version");
        }
        return new InstalledVersion(version, options);
    }
}
