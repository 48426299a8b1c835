package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.Connectivity;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code utils network connectivity HOST [PORT]}: whether a node, or one of its TCP ports, can be reached.
 *
 * @param host host name or address
 * @param port the port, 1 to 65535; null to test the host
 */
public record UtilsNetworkConnectivity(
        String host, @Nullable Integer port) implements Command<Connectivity> {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]{0,252}");
    private static final Pattern CHATTER = Pattern.compile("(?i)This command can take up to \\d{1,3} minutes.*"
            + "|Continue ?\\(y/n\\) ?\\?? ?[yn]?|[yn]|Running test, please wait[.… ]*|[. ]+");
    private static final Pattern GOOD = Pattern.compile(
            "(?i)Network connectivity test with .{1,300} completed successfully ?\\.?|Service (is )?accessible\\.?");
    private static final Pattern BAD =
            Pattern.compile("(?i)(?:not accessible|inaccessible|unsuccessful|fail|unreachable|refused|timed? ?out"
                    + "|cannot|can't|unable|no route|error|not reachable|not respond|no response)");

    /** @throws IllegalArgumentException where the host or the port is none */
    public UtilsNetworkConnectivity {
        if (!HOST.matcher(host).matches() || (port != null && (port < 1 || port > 65_535))) {
            throw new IllegalArgumentException("Not a host and port that may be sent");
        }
    }

    @Override
    public String text() {
        return "utils network connectivity " + host + (port == null ? "" : " " + port);
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean confirms() {
        return true;
    }

    @Override
    public Connectivity read(Answer answer) throws Unreadable {
        return reads(answer);
    }

    static Connectivity reads(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        @Nullable Boolean succeeded = null;
        while (lines.advance()) {
            String line = lines.line();
            if (BAD.matcher(line).find()) {
                succeeded = false;
            } else if (GOOD.matcher(line).matches()) {
                succeeded = succeeded == null || succeeded;
            } else if (!CHATTER.matcher(line).matches()) {
                throw lines.unexpected("expected the result of the connectivity test");
            }
        }
        if (succeeded == null) {
            throw lines.endedEarly("the answer has no result");
        }
        return new Connectivity(succeeded);
    }
}
