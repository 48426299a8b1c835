package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.cli.KnownCommand;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds commands that stand alone on their lines, with whatever marks somebody put around them. */
public final class CommandStart {
    private static final int LONGEST = 4000;
    private static final String FRONT = "#=*-_>~`'\"+•.:)(<|[]$%!»→";
    private static final String BACK = "#=*-_~`'\":.)>|]!<";
    private static final int LONGEST_LABEL = 40;
    private static final Pattern FIRST_WORD = Pattern.compile("(?i)(?:utils|show|set|run|ha|file|unset|delete)\\s");

    private CommandStart() {}

    /** The known command of which a line consists; empty where anything else stands on it. */
    public static Optional<String> alone(String line) {
        if (line.length() > LONGEST || line.indexOf(' ') < 0) {
            return Optional.empty();
        }
        String text = trimmed(line);
        Optional<String> command = wholly(text);
        int colon = command.isPresent() ? -1 : text.indexOf(": ");
        return colon > 0 && colon < LONGEST_LABEL ? wholly(trimmed(text.substring(colon + 1))) : command;
    }

    private static Optional<String> wholly(String text) {
        if (!FIRST_WORD.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        return KnownCommand.recognise(text)
                .filter(known -> known.joined().isEmpty() && bare(known.text()).equals(bare(text)))
                .map(known -> text);
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        LetterCase.lower(text)
                .chars()
                .filter(c -> c > ' ' && c != '"' && c != '\'' && c != '`')
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    /** Without marks, bullets and counting numbers around it. */
    private static String trimmed(String line) {
        int from = 0;
        while (from < line.length() && isFront(line, from)) {
            from++;
        }
        int to = line.length();
        boolean marked = from > 0 && !line.substring(0, from).isBlank();
        while (to > from && (Character.isWhitespace(line.charAt(to - 1)) || isBack(line, to - 1, marked))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean isFront(String line, int at) {
        char c = line.charAt(at);
        return Character.isWhitespace(c) || Character.isDigit(c) || FRONT.indexOf(c) >= 0;
    }

    /** A bracket or quote behind an argument belongs to it, unless one stands in front of the command too. */
    private static boolean isBack(String line, int at, boolean marked) {
        char c = line.charAt(at);
        return BACK.indexOf(c) >= 0 && (marked || c == ':' || c == '*' && line.charAt(at - 1) == '*');
    }

    /** Whether a command begins on the line, behind a prompt or by itself. */
    public static boolean in(String line) {
        return Prompt.at(line).isPresent() || alone(line).isPresent();
    }
}
