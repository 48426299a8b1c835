package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.cisco.LetterCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line with which one terminal session ends or another begins: a login or welcome text, the end of a connection, the
 * header of a terminal's log.
 *
 * @param host the host of which it speaks; empty where it names none
 * @param ends whether the host is that of the session that ends here, and not of the one that begins
 */
public record SessionMark(String host, boolean ends) {
    private static final int LONGEST = 300;
    private static final Pattern CLOSED =
            Pattern.compile("(?i)(?:Shared )?Connection to (?<host>[\\w.:-]{1,253}) closed\\b.*");
    private static final Pattern SSH = Pattern.compile(
            "(?i)(?:.{0,80}?[$#>%] ?)?ssh (?:-\\S+ (?:\\d+ )?){0,6}(?:[\\w.-]{1,64}@)?(?<host>[\\w.:-]{1,253}?)(?:'s password:.*)?");
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(?:[\\w.-]{1,64}@)(?<host>[\\w.:-]{1,253})'s password:.*");
    private static final Pattern OPENED =
            Pattern.compile("(?i)SSH session to (?:[\\w.-]{1,64}@)?(?<host>[\\w.:-]{1,253})");
    /** What a client draws around its welcome. */
    private static final Pattern BOX =
            Pattern.compile("^[\\s\u2500-\u257f\u2022\u27a4?|>+-]{1,200}+|[\\s\u2500-\u257f|]{1,200}+$");

    private static final List<String> BEGINS = List.of(
            "command line interface is starting up",
            "welcome to the platform command line interface",
            "login as:",
            "login:",
            "last login:",
            "using keyboard-interactive",
            "using username ",
            "keyboard-interactive authentication",
            "pre-authentication banner",
            "end of banner message",
            "authenticating with",
            "connection closed",
            "connection terminated",
            "disconnected from",
            "session closed",
            "logged out",
            "script started on",
            "script done on",
            "*** log started",
            "log started",
            "log opened",
            "logging started",
            "session log",
            "session started",
            "session ended",
            "session stopped",
            "putty log",
            "teraterm log",
            "[log start",
            "#[session",
            "mobaxterm",
            "• mobaxterm",
            "securecrt",
            "remote side unexpectedly closed",
            "broadcast message from");

    private static final Pattern END = Pattern.compile("(?i)\\s{0,8}+(?:exit|quit|logout)(?:\\s.*)?+");
    /** A terminal logger's header, or a login, in the middle of a line whose ends were lost. */
    private static final Pattern INSIDE = Pattern.compile("(?<header>=~=~=~[=~]{0,60}+[^=~]{1,80}+=~=~=~[=~]{0,60}+)"
            + "|(?<end>(?<=:)\\s{0,8}+(?:exit|quit|logout)\\s)"
            + "|login as: |(?<=\\s)[\\w.-]{1,64}+@[\\w.:-]{1,253}+'s password:");

    /** Whether a text begins with a command that ends the session. */
    static boolean begins(String text) {
        return END.matcher(text).matches();
    }

    /** Cuts a line around each mark that a copy without line ends left in the middle of it. */
    public static List<String> split(String line) {
        if (line.indexOf('=') < 0 && line.indexOf('@') < 0 && !line.contains("login as:")) {
            return List.of(line);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        Matcher mark = INSIDE.matcher(line);
        while (mark.find()) {
            boolean isEnd = mark.group("end") != null;
            from = isEnd ? from : cut(line, from, mark.start(), parts);
            from = isEnd || mark.group("header") != null ? cut(line, from, mark.end(), parts) : from;
        }
        cut(line, from, line.length(), parts);
        return parts.isEmpty() ? List.of(line) : parts;
    }

    private static int cut(String line, int from, int to, List<String> parts) {
        String part = line.substring(from, to);
        if (!part.isBlank()) {
            parts.add(part);
        }
        return to;
    }

    /** The mark that this line is; empty where it is none. */
    public static Optional<SessionMark> of(String line) {
        String text = unboxed(line);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher closed = CLOSED.matcher(text);
        if (closed.matches()) {
            return Optional.of(new SessionMark(closed.group("host"), true));
        }
        Matcher opened = OPENED.matcher(text);
        if (opened.matches()) {
            return Optional.of(new SessionMark(opened.group("host"), false));
        }
        Matcher begun = text.contains("ssh ") ? SSH.matcher(text) : PASSWORD.matcher(text);
        if (begun.matches()) {
            return Optional.of(new SessionMark(begun.group("host"), false));
        }
        String lower = LetterCase.lower(text);
        boolean mark = lower.contains("=~=~=~") || BEGINS.stream().anyMatch(lower::startsWith);
        return mark ? Optional.of(new SessionMark("", false)) : Optional.empty();
    }

    private static String unboxed(String line) {
        String text = line.strip();
        boolean boxed = !text.isEmpty()
                && text.length() <= LONGEST
                && (text.charAt(0) >= '\u2500' && text.charAt(0) <= '\u257f' || text.charAt(0) == '|');
        return boxed ? BOX.matcher(text).replaceAll("") : text;
    }

    /** Whether a command ends the session. */
    public static boolean isEnd(String command) {
        return command.equalsIgnoreCase("exit")
                || command.equalsIgnoreCase("quit")
                || command.equalsIgnoreCase("logout");
    }
}
