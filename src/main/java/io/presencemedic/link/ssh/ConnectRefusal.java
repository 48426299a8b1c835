package io.presencemedic.link.ssh;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the platform's own words where it refused a command; the CLI has no exit status. */
final class ConnectRefusal {
    private static final int MOST_WORDS = 1000;
    private static final Pattern MARK = Pattern.compile("(?i)\\s*(?:"
            + "Executed command unsuccessfully\\b.*"
            + "|No valid command entered\\b.*"
            + "|Invalid command, .*"
            + "|Ambiguous command\\b.*"
            + "|.*\\binsufficient privileges?\\b.*"
            + "|(?:The )?command (?:is )?not (?:allowed|permitted|authori[sz]ed)\\b.*"
            + "|.*\\bis not (?:allowed|permitted) during (?:an? )?upgrade\\b.*"
            + "|Another user session is currently configuring an upgrade\\b.*"
            + "|Runtime state cannot be performed\\b(?!.*\\bsingle active node\\b).*"
            + "|Attention: Status command cannot be executed\\b.*"
            + "|Cisco DB is not running\\.?"
            + ")\\s*");
    private static final Pattern SESSION_LIMIT = Pattern.compile(
            "(?is).*\\b(?:too many|max(?:imum)?(?: number of)?|limit)\\b.*\\b(?:log(?:in|on)s?|sessions?|connections?)\\b.*");
    private static final Pattern GOING_DOWN = Pattern.compile(
            "(?i).*\\bsystem is going down\\b.*|.*\\bgoing down for (?:system )?(?:reboot|halt|restart|shutdown|power)\\b.*");

    private ConnectRefusal() {}

    /** What the platform said, if one of the lines says that it refused. */
    static Optional<String> in(List<String> lines) {
        return lines.stream().anyMatch(line -> MARK.matcher(line).matches())
                ? Optional.of(words(lines))
                : Optional.empty();
    }

    /** Whether a login ended with words about a limit of sessions. */
    static boolean isSessionLimit(String words) {
        return SESSION_LIMIT.matcher(words).matches();
    }

    /** Whether the node says to everybody that it goes down. */
    static boolean isGoingDown(String line) {
        return GOING_DOWN.matcher(line).matches();
    }

    /** The lines as one sentence of bearable length. */
    static String words(List<String> lines) {
        String words = String.join(" ", lines).strip().replaceAll("\\s+", " ");
        return words.length() > MOST_WORDS ? words.substring(words.length() - MOST_WORDS) : words;
    }
}
