package io.presencemedic.diagnosis.paste.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Undoes the escapes with which programs print a text as one string: JSON, and the notations of shells and languages.
 * They are undone only where the escapes stand for the text's line ends.
 */
final class EscapedText {
    private static final JsonFactory JSON = new JsonFactory();

    private EscapedText() {}

    static String decode(String text) {
        if (text.indexOf("\\n") < 0 && text.indexOf("\\r") < 0) {
            return text;
        }
        return json(text).orElseGet(() -> isOneString(text) ? decoded(unquoted(text)) : text);
    }

    /** The texts of a JSON document, each from its own line; empty where the text is none. */
    private static Optional<String> json(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || "{[\"".indexOf(stripped.charAt(0)) < 0) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(text.length());
        try (JsonParser parser = JSON.createParser(stripped)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    plain.append(parser.getText()).append('\n');
                }
            }
        } catch (IOException noJson) {
            return Optional.empty();
        }
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain.toString());
    }

    /** Whether escapes are the text's line ends: there are no others, or they stand in front of most of them. */
    private static boolean isOneString(String text) {
        int escapes = 0;
        int beforeEnds = 0;
        for (int at = text.indexOf('\\'); at >= 0 && at + 1 < text.length(); at = text.indexOf('\\', at + 2)) {
            boolean end = text.charAt(at + 1) == 'n' || text.charAt(at + 1) == 'r';
            escapes += end ? 1 : 0;
            boolean goesOn = text.startsWith("\\\n", at + 2);
            beforeEnds += end && (goesOn || text.startsWith("\n", at + 2)) ? 1 : 0;
        }
        long ends = text.strip().chars().filter(c -> c == '\n').count();
        return escapes > 0 && (ends == 0 || beforeEnds > ends / 2 || escapes > 4 * ends);
    }

    /** Without the quotes around the string. */
    private static String unquoted(String text) {
        String stripped = text.strip();
        int from = stripped.startsWith("b'") || stripped.startsWith("b\"") || stripped.startsWith("$'") ? 1 : 0;
        boolean quoted = stripped.length() > from + 1
                && "\"'".indexOf(stripped.charAt(from)) >= 0
                && stripped.charAt(stripped.length() - 1) == stripped.charAt(from);
        return quoted ? stripped.substring(from + 1, stripped.length() - 1) : text;
    }

    private static String decoded(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at = escape(text, at + 1, plain);
            } else {
                plain.append(c);
                at++;
            }
        }
        return plain.toString();
    }

    /** A string that is broken at a line end goes on behind the next line's indent. */
    private static int goesOn(String text, int at) {
        int next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }

    private static int escape(String text, int at, StringBuilder plain) {
        char c = text.charAt(at);
        switch (c) {
            case '\n' -> {
                return goesOn(text, at);
            }
            case 'n' -> plain.append(text.startsWith("\n", at + 1) ? "" : "\n");
            case 'r' -> plain.append(text.startsWith("\\n", at + 1) || text.startsWith("\n", at + 1) ? "" : "\n");
            case 't' -> plain.append('\t');
            case 'b' -> plain.append('\b');
            case 'e' -> plain.append('\u001b');
            case '"', '\'', '/', '\\' -> plain.append(c);
            case 'u' -> {
                return code(text, at, 4, plain);
            }
            case 'x' -> {
                return code(text, at, 2, plain);
            }
            default -> plain.append('\\').append(c);
        }
        return at + 1;
    }

    private static int code(String text, int at, int digits, StringBuilder plain) {
        int end = at + 1 + digits;
        if (end > text.length() || text.substring(at + 1, end).chars().anyMatch(c -> Character.digit(c, 16) < 0)) {
            plain.append('\\').append(text.charAt(at));
            return at + 1;
        }
        plain.append((char) Integer.parseInt(text.substring(at + 1, end), 16));
        return end;
    }
}
