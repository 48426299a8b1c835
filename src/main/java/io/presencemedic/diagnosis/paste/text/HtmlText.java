package io.presencemedic.diagnosis.paste.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes a page's markup off a text: tags that break lines, tags that do not, and entities. */
final class HtmlText {
    private static final int LONGEST_TAG = 1000;
    private static final int LONGEST_ENTITY = 8;
    private static final Set<String> BREAKS =
            Set.of("br", "/p", "/div", "/li", "/tr", "/pre", "/h1", "/h2", "/h3", "/h4", "/table", "hr", "/blockquote");
    private static final Set<String> DROPPED = Set.of(
            "p",
            "div",
            "li",
            "tr",
            "pre",
            "/br",
            "h1",
            "h2",
            "h3",
            "h4",
            "table",
            "blockquote",
            "td",
            "/td",
            "th",
            "/th",
            "span",
            "/span",
            "code",
            "/code",
            "b",
            "/b",
            "i",
            "/i",
            "u",
            "/u",
            "em",
            "/em",
            "strong",
            "/strong",
            "font",
            "/font",
            "a",
            "/a",
            "ul",
            "/ul",
            "ol",
            "/ol",
            "html",
            "/html",
            "body",
            "/body",
            "tbody",
            "/tbody",
            "samp",
            "/samp",
            "kbd",
            "/kbd",
            "tt",
            "/tt",
            "mark",
            "/mark",
            "head",
            "/head",
            "o:p",
            "/o:p",
            "wbr");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "...", "ndash", "-",
            "mdash", "-", "newline", "\n");

    private final String text;
    private final StringBuilder plain;
    private boolean broken;

    private HtmlText(String text) {
        this.text = text;
        this.plain = new StringBuilder(text.length());
    }

    /** Entities are undone twice, since what was encoded for a page is often encoded again for the next one. */
    static String decode(String text) {
        String untagged = text.indexOf('<') >= 0 ? new HtmlText(text).untagged() : text;
        String once = entities(untagged);
        return once.contains("&gt;") || once.contains("&lt;") || once.contains("&nbsp;") || once.contains("&#")
                ? entities(once)
                : once;
    }

    private String untagged() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '<' ? tag(at) : 0;
            if (end > 0) {
                at = end;
            } else {
                boolean ownEnd = broken && (c == '\n' || c == '\r');
                if (!ownEnd) {
                    plain.append(c);
                }
                broken = broken && (c == '\r' || c == ' ');
                at++;
            }
        }
        return plain.toString();
    }

    /** Takes in a tag and says where it ends; 0 where there is none. */
    private int tag(int from) {
        int at = from + 1;
        while (at < text.length() && at - from < 12 && isName(text.charAt(at), at - from)) {
            at++;
        }
        String name = text.substring(from + 1, at).toLowerCase(Locale.ROOT);
        if (!BREAKS.contains(name) && !DROPPED.contains(name)) {
            return 0;
        }
        int end = endOfTag(from, at);
        if (end < 0) {
            return 0;
        }
        if (BREAKS.contains(name)) {
            plain.append('\n');
            broken = true;
        }
        return end + 1;
    }

    /** Looks no further than a tag is long: many that begin and never end would cost the square of their number. */
    private int endOfTag(int from, int behindName) {
        int last = Math.min(text.length() - 1, from + LONGEST_TAG);
        for (int at = behindName; at <= last; at++) {
            char c = text.charAt(at);
            if (c == '>') {
                return at;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isName(char c, int place) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '/' && place == 1;
    }

    private static String entities(String text) {
        int first = text.indexOf('&');
        if (first < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            char c = text.charAt(at);
            int end = c == '&' ? end(text, at) : -1;
            String meant = end < 0 ? "" : meaning(text.substring(at + 1, end));
            if (meant.isEmpty()) {
                plain.append(c);
            } else {
                plain.append(meant);
                at = end;
            }
        }
        return plain.toString();
    }

    private static int end(String text, int from) {
        for (int at = from + 2; at < Math.min(text.length(), from + LONGEST_ENTITY + 2); at++) {
            if (text.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
    }

    private static String meaning(String entity) {
        if (!entity.startsWith("#")) {
            return ENTITIES.getOrDefault(entity.toLowerCase(Locale.ROOT), "");
        }
        boolean hex = entity.length() > 1 && Character.toLowerCase(entity.charAt(1)) == 'x';
        String digits = entity.substring(hex ? 2 : 1);
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, hex ? 16 : 10) >= 0);
        int code = number ? Integer.parseInt(digits, hex ? 16 : 10) : 0;
        return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : "";
    }
}
