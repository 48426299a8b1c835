package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.HostsFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code show tech network hosts}: the node's own table of hosts. */
public record ShowTechNetworkHosts() implements Command<HostsFile> {
    private static final Pattern ENTRY =
            Pattern.compile("(?<address>[\\p{XDigit}.:]{2,45})(?<names>(\\s+[A-Za-z0-9_][\\w.-]{0,252}){1,20})");
    private static final Pattern CHATTER = Pattern.compile("(?i)-{3,}[^-].*|/etc/hosts File ?:|#.*");

    @Override
    public String text() {
        return "show tech network hosts";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    @Override
    public HostsFile read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        List<HostsFile.Entry> entries = new ArrayList<>();
        while (lines.advance()) {
            Matcher entry = ENTRY.matcher(lines.line());
            if (entry.matches()) {
                List<String> names = Arrays.asList(entry.group("names").strip().split("\\s+"));
                entries.add(new HostsFile.Entry(entry.group("address"), names));
            } else if (!CHATTER.matcher(lines.line()).matches()) {
                throw lines.unexpected("expected an address with its names");
            }
        }
        if (entries.isEmpty()) {
            throw lines.endedEarly("the answer has no address");
        }
        return new HostsFile(entries);
    }
}
