package io.presencemedic.cisco;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which secrets travel within one line, and the forms in which a name and its secret stand together.
 */
final class SecretWords {
    private static final String WORD =
            "(?:password|passwd|pwd|passphrase|secret|credentials|priv(?:ate)?_?key|(?:api|auth|access)_?(?:key|token))";
    /** A name that holds a secret; foreign keys, type codes and flags of the database are none. */
    private static final String NAME = "(?:\\w+\\.)*+(?!(?i:tk|fk|is)[a-z])\\w*?" + WORD + "\\w*";

    /** The name of a database column that holds a secret. */
    static final Pattern COLUMN = Pattern.compile("(?i)" + NAME);

    private static final String VALUE = "'(?:[^']|'')*+'?|\"[^\"]*+\"?|\\([^)]*+\\)?|[^\\s,;)&<>'\"]+";
    private static final Pattern ASSIGNMENT = Pattern.compile("(?i)((?<![\\w.])" + NAME
            + "[\"']?\\s*(?:=|:|<>|!=|\\blike\\b|\\bmatches\\b|\\bin\\b)\\s*)(?:" + VALUE + ")");
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)(<(?:[\\w-]+:)?" + NAME + "(?:\\s[^<>]*)?(?<!/)>)[^<]+");
    private static final Pattern HEADER =
            Pattern.compile("(?i)((?:\\b(?:proxy-)?authorization|\\b(?:set-)?cookie)\\s*:\\s*)\\S.*");
    private static final Pattern INSERT =
            Pattern.compile("(?i)(\\binsert\\s+into\\s+\\S+\\s*\\(([^)]*)\\)\\s*values\\s*\\()[^\\r\\n]*");
    private static final Pattern USER_INFO = Pattern.compile("(://[^\\s/:@]*:)[^\\s/@]+(?=@)");
    private static final Pattern ENCRYPTED = Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{64,}(?![0-9A-Za-z])");

    private SecretWords() {}

    static String mask(String line) {
        String result = insert(line);
        result = replace(HEADER, result, "$1" + SecretMask.MASK);
        result = replace(ELEMENT, result, "$1" + SecretMask.MASK);
        result = replace(ASSIGNMENT, result, "$1" + SecretMask.MASK);
        result = replace(USER_INFO, result, "$1" + SecretMask.MASK);
        return replace(ENCRYPTED, result, SecretMask.MASK);
    }

    private static String insert(String line) {
        Matcher insert = INSERT.matcher(line);
        if (!insert.find()) {
            return line;
        }
        for (String column : insert.group(2).split(",", -1)) {
            if (SecretMask.isSecretColumn(column)) {
                return insert.replaceFirst("$1" + SecretMask.MASK + ")");
            }
        }
        return line;
    }

    private static String replace(Pattern pattern, String line, String replacement) {
        return pattern.matcher(line).replaceAll(replacement);
    }
}
