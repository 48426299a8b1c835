package io.presencemedic.diagnosis.paste.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** Undoes the encoding of mail in which every equal sign begins a code (RFC 2045). */
final class QuotedPrintable {
    private static final Pattern DECLARED =
            Pattern.compile("(?im)^Content-Transfer-Encoding:[ \\t]{0,8}quoted-printable[ \\t\\r]{0,8}$");
    /** Lines of a mail that are not encoded: headers of its parts, and what stands between the parts. */
    private static final Pattern HEADER = Pattern.compile(
            "(?im)^(?:(?:Content-|MIME-)[\\w-]{1,40}:[^\\n]{0,500}+(?:\\n[ \\t][^\\n]{0,500}+){0,4}+|--[^\\n]{1,80}+)$");

    private QuotedPrintable() {}

    static String decode(String text) {
        if (text.indexOf('=') < 0) {
            return text;
        }
        boolean declared = DECLARED.matcher(text).find();
        return declared || isEncoded(HEADER.matcher(text).replaceAll("")) ? decoded(text) : text;
    }

    /** Every equal sign stands before a code or a line end, and one at least can be nothing else. */
    private static boolean isEncoded(String text) {
        boolean sure = false;
        for (int at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
            int code = code(text, at);
            boolean soft = lineEnd(text, at + 1) > 0;
            if (code < 0 && !soft || code >= 0 && code < ' ' && code != '\t' && code != '\r' && code != '\n') {
                return false;
            }
            boolean lineEnd = lineEnd(text, at + 3) > 0;
            sure |= code == '=' || (code == ' ' || code == '\r') && lineEnd;
        }
        return sure;
    }

    private static int code(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** The length of the line end at a place; 0 where there is none. */
    private static int lineEnd(String text, int at) {
        if (at >= text.length()) {
            return at == text.length() ? 1 : 0;
        }
        if (text.startsWith("\r\n", at)) {
            return 2;
        }
        return text.charAt(at) == '\n' ? 1 : 0;
    }

    private static String decoded(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            int code = text.charAt(at) == '=' ? code(text, at) : -1;
            if (code >= 0) {
                codes.write(code);
                at += 2;
                continue;
            }
            flush(codes, plain);
            int softEnd = text.charAt(at) == '=' ? lineEnd(text, at + 1) : 0;
            if (softEnd > 0) {
                at += softEnd;
            } else {
                plain.append(text.charAt(at));
            }
        }
        flush(codes, plain);
        return plain.toString();
    }

    private static void flush(ByteArrayOutputStream codes, StringBuilder plain) {
        if (codes.size() > 0) {
            String utf = codes.toString(UTF_8);
            plain.append(utf.indexOf('\ufffd') < 0 ? utf : codes.toString(ISO_8859_1));
            codes.reset();
        }
    }
}
