package io.presencemedic.cisco;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Tells quickly of most lines that they hold no secret, and of a word whether it is a password in disguise. */
final class SecretHints {
    private static final int HEX = 64;
    private static final List<String> HINTS = List.of(
            "pass",
            "pwd",
            "secret",
            "credential",
            "key",
            "token",
            "authorization",
            "auth",
            "cookie",
            "jsessionid",
            "saml",
            "response",
            "rspauth",
            "pin",
            "bearer",
            "basic",
            "ldap",
            "bindpw",
            "rootpw",
            "identified",
            "insert",
            "digest",
            "communitystring",
            "eyj",
            "://",
            "{s",
            "{m",
            "{c",
            "$1",
            "$2",
            "$5",
            "$6",
            "$y");

    private static final String[][] BY_FIRST = byFirst();

    private SecretHints() {}

    private static String[][] byFirst() {
        String[][] table = new String[128][];
        for (char first = 0; first < table.length; first++) {
            String letter = String.valueOf(first);
            String[] own =
                    HINTS.stream().filter(hint -> hint.startsWith(letter)).toArray(String[]::new);
            table[first] = own.length == 0 ? null : own;
        }
        for (char upper = 'A'; upper <= 'Z'; upper++) {
            table[upper] = table[upper + ('a' - 'A')];
        }
        return table;
    }

    /** Whether the line may hold a secret. */
    static boolean in(String line) {
        int hex = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            hex = isHex(c) ? hex + 1 : 0;
            if (hex == HEX || c < BY_FIRST.length && hintAt(line, i, BY_FIRST[c])) {
                return true;
            }
        }
        return false;
    }

    private static boolean hintAt(String line, int at, String[] hints) {
        if (hints != null) {
            for (String hint : hints) {
                if (line.regionMatches(true, at, hint, 0, hint.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** Whether base64 decodes to what Basic authentication sends. */
    static boolean isAccountWithPassword(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
            return pair.indexOf(':') >= 0 && pair.chars().noneMatch(Character::isISOControl);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
