package io.presencemedic.link.ssh;

import java.util.List;
import java.util.Locale;
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
            + "|Runtime state cannot be performed\\b.*"
            + "|Attention: Status command cannot be executed\\b.*"
            + "|Cisco DB is not running\\.?"
            + ")\\s*");
    /** One of these is in whatever {@link #MARK} matches; looked for first, because it takes a tenth of the time. */
    private static final List<String> HINTS =
            List.of("command", "privilege", "upgrade", "runtime state", "cisco db is not running");

    private static final Pattern SESSION_LIMIT = Pattern.compile(
            "(?is).*\\b(?:too many|max(?:imum)?(?: number of)?|limit)\\b.*\\b(?:log(?:in|on)s?|sessions?|connections?)\\b.*");
    private static final Pattern GOING_DOWN = Pattern.compile(
            "(?i).*\\bsystem is going down\\b.*|.*\\bgoing down for (?:system )?(?:reboot|halt|restart|shutdown|power)\\b.*");

    private ConnectRefusal() {}

    /** What the platform said, if one of the lines says that it refused. */
    static Optional<String> in(List<String> lines) {
        return lines.stream().anyMatch(ConnectRefusal::isRefusal) ? Optional.of(words(lines)) : Optional.empty();
    }

    private static boolean isRefusal(String line) {
        if (line.length() > MOST_WORDS) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        return HINTS.stream().anyMatch(lower::contains) && MARK.matcher(line).matches();
    }

    /** Whether a node's own words speak of a limit of sessions; a command line that ends with them sends no code. */
    static boolean isSessionLimit(String words) {
        return SESSION_LIMIT
                .matcher(words.substring(0, Math.min(words.length(), MOST_WORDS)))
                .matches();
    }

    /** Whether the node says to everybody that it goes down. */
    static boolean isGoingDown(String line) {
        return line.length() <= MOST_WORDS && GOING_DOWN.matcher(line).matches();
    }

    /** The lines as one sentence of bearable length. */
    static String words(List<String> lines) {
        String all = String.join(" ", lines.subList(Math.max(0, lines.size() - MOST_WORDS), lines.size()));
        String words = all.substring(Math.max(0, all.length() - 4 * MOST_WORDS))
                .strip()
                .replaceAll("\\s+", " ");
        return words.length() > MOST_WORDS ? words.substring(words.length() - MOST_WORDS) : words;
    }
}
