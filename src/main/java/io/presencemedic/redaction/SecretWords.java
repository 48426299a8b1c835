package io.presencemedic.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names under which secrets travel within one line, and the forms in which a name and its secret stand together. In
 * every form the group {@code s} is the secret. No line end stands within a line, so a dot means any character.
 */
final class SecretWords {
    private static final String WORD = "(?:password|passwd|passcode|pass[_-]?phrase|pwd|secret|credentials"
            + "|(?:store|key)pass|bindpw|rootpw|communitystring|priv(?:ate)?[_-]?key"
            + "|(?:api|auth|access)[_-]?(?:key|token)"
            + "|(?:session|refresh|bearer|csrf|xsrf|security|saml|id|client)[_-]?token)";
    /** A name that holds a secret; foreign keys, type codes and flags of the database are none. */
    private static final String NAME =
            "(?:\\w{1,100}+\\.){0,20}+(?!(?i:tk|fk|is)[a-z])[\\w-]{0,120}?" + WORD + "\\w{0,60}+";

    /** A user's PIN; as a part of another name it is none. */
    private static final String PIN = "(?:\\w{1,100}+\\.){0,20}+(?:encrypted|hashed)?_?pin(?:_?hash)?";

    /** The name of a database column that holds a secret. */
    static final Pattern COLUMN = Pattern.compile("(?i)(?:" + NAME + "|" + PIN + ")");

    /** The start tag of a secret element, alone on its line, with its content to come on the next. */
    static final Pattern OPENED =
            Pattern.compile("(?i)\\s*+(?:<[^<>]*+>\\s*+){0,50}?<(?:[\\w-]++:)?" + NAME + "(?:\\s[^<>]*+)?(?<!/)>\\s*+");

    private static final String ESCAPED = "\\\\+\"(?:(?!\\\\+\").)*+(?:\\\\+\")?";
    private static final String QUOTED = "'(?:[^']|'')*+'?|\"(?:[^\"\\\\]|\\\\.)*+\"?|" + ESCAPED;
    /** Goes on over a delimiter behind which nothing new begins, since it may be part of the secret. */
    private static final String BARE =
            "[^\\s,;)&<>'\"](?:[^\\s,;)&<>'\"]|[,;)&](?![\\s,;)}\\]\"'<>]|\\z|[\\w.-]+\\s*[=:])"
                    + "|['\"](?![\\s,;)}\\]>]|\\z)|<(?![/\\w!?])|>(?=\\w))*+";

    private static final String VALUE = "(?<s>" + QUOTED + "|\\([^)]*+\\)?|" + BARE + ")";
    private static final String QUOTE = "\\\\*[\"']";
    private static final String BEFORE = "(?<![\\w.-])";
    private static final String IS = "\\s*(?:::?=?|=[=>]?|->|<>|!=|\\blike\\b|\\bmatches\\b|\\bin\\b)\\s*";
    private static final String CONTENT = "(?<s><!\\[CDATA\\[.*?(?:\\]\\]>|\\z)|[^<]++)";
    /** A further word of a secret: no bracket, dash or stroke begins it, and it is no name of a value itself. */
    private static final String NEXT_WORD = "\\s+(?![(\\[{|-]|[\\w.-]+(?:\\s*=|:(?:\\s|\\z)))" + BARE;
    /** Without quotes; not the next part of a message, such as the name of an exception, and not masked already. */
    private static final String WORDS = "(?<s>(?!\\*{8}|\\S+:\\s)" + BARE + "(?:" + NEXT_WORD + ")*+)";
    /** Behind these words a colon gives a reason. */
    private static final String NO_COMPLAINT = "(?<!\\b(?:invalid|wrong|incorrect|bad|expired|weak|missing|empty)\\s)";

    private static final String TAG = "<(?:[\\w-]++:)?";
    private static final String ATTRIBUTES = "(?:\\s[^<>]*+)?(?<!/)>";

    /** What a name holds, in the fewest words. */
    private static final String[] NAMES = {
        "passw", "passc", "passp", "pass_", "pass-", "pwd", "secret", "credentials", "storepass", "keypass", "bindpw",
        "rootpw", "communitystring", "privatek", "private_", "private-", "privk", "priv_", "priv-", "apik", "api_",
                "api-",
        "authk", "auth_", "auth-", "accessk", "access_", "access-", "token"
    };

    private static final SecretHints HINTS = new SecretHints();

    private static final List<Form> FORMS = List.of(
            named(
                    BEFORE + "(?:" + NAME + "|JSESSIONID(?:SSO)?|SAMLResponse|[\\w-]{0,100}?token)(?:" + QUOTE + ")?"
                            + IS + VALUE,
                    "jsessionid",
                    "samlresponse"),
            named(BEFORE + NO_COMPLAINT + NAME + "\\s*:\\s+" + WORDS),
            named("^\\s*+" + NAME + "\\s*=\\s*" + WORDS + "\\s*\\z"),
            form(BEFORE + "\\w{0,100}?pass\\s*=\\s*(?!(?:\\d+|true|false|yes|no|ok)\\b)" + VALUE, "pass"),
            form(BEFORE + "(?:end)?(?:user)?pin(?:" + QUOTE + ")?\\s*[=:]\\s*(?<s>[\"']?\\d{4,}[\"']?)", "pin"),
            named("(?<=\\s|^)--?[\\w-]{0,100}" + WORD + "[\\w-]{0,60}+\\s+" + VALUE),
            named("\\b(?:bindpw|rootpw|identified\\s+by|password(?=\\s+'))\\s+" + VALUE, "identified"),
            form("\\bldap(?:search|modify|add|delete|whoami|compare)\\b.{0,500}?\\s(?-i:-w)\\s*(?<s>\\S+)", "ldap"),
            named(TAG + "(?:" + NAME + "|pin|token|digest)" + ATTRIBUTES + CONTENT, "pin", "digest"),
            form(
                    TAG + "(?:auth|response)\\b[^<>]{0,500}?(?:mechanism|xmpp-sasl)[^<>]*+(?<!/)>" + CONTENT,
                    "mechanism",
                    "xmpp-sasl"),
            form("&lt;(?:[\\w-]++:)?" + NAME + "(?:\\s(?:(?!&gt;).)*+)?&gt;(?<s>(?:(?!&lt;).)++)", "&lt;"),
            named("\\b(?:name|key|id|field|property)(?:" + QUOTE + ")?\\s*[=:]\\s*" + QUOTE + NAME + QUOTE
                    + "[^<>]{0,200}?\\bvalue(?:" + QUOTE + ")?\\s*[=:]\\s*" + VALUE),
            named("<[\\w:.-]{1,100}+\\s[^<>]{0,500}?\\b(?:name|key|id)\\s*=\\s*[\"']" + NAME
                    + "[\"'][^<>]*+(?<!/)>(?:\\s*<value>)?" + CONTENT),
            form("(?:\\b(?:proxy-)?authorization|\\b(?:set-)?cookie2?)\\s*:\\s*(?<s>\\S.*)", "authorization", "cookie"),
            form(
                    "\\b(?:authorization|cookie)(?:" + QUOTE + ")?\\s*[=:]>?\\s*\\[?(?<s>" + QUOTED
                            + "|(?:(?:basic|bearer|digest|negotiate|ntlm)\\s+)?[^\\s,\\]}\"'<>]+)",
                    "authorization",
                    "cookie"),
            form("\\bbearer\\s+(?<s>(?=[\\w.~+/-]*\\d)[\\w.~+/-]{8,}=*)", "bearer"),
            form("\\b(?:response|rspauth)\\s*=\\s*(?<s>[\"']?[0-9a-f]{32,}[\"']?)", "response", "rspauth"),
            form("://[^\\s/:@]*+:(?<s>[^\\s/\"'<>]+)(?=@)", "://"),
            form("\\bX-BINDPW=(?<s>[^\\s,>]+)", "bindpw"),
            form("(?<![\\w.-])(?<s>(?-i:eyJ)[\\w-]{6,}\\.[\\w-]{6,}\\.[\\w-]*)", "eyj"),
            form("\\{(?:S?SHA\\d*|S?MD5|CRYPT)\\}(?<s>[\\w+/=.$-]{8,})", "{s", "{m", "{c"),
            form("\\$(?:1|2[aby]|5|6|y)\\$(?<s>[\\w./$=,-]{8,})", "$1", "$2", "$5", "$6", "$y"));

    private static final long HEX_ROW = HINTS.of(SecretHints.HEX_ROW);
    private static final int SHORTEST_HEX_ROW = 64;

    /** Words that look like a password, unless they decode to an account and its password. */
    private static final Form BASIC = form("\\bbasic\\s+(?<s>[A-Za-z0-9+/]{4,}={0,2})", "basic");

    private static final Form INSERT =
            form("\\binsert\\s+into\\s+\\S+\\s*\\((?<columns>[^)]*)\\)\\s*values\\s*\\((?<s>.*)", "insert");

    /** A form, with the words of which a line holds one at least where it is found. */
    private record Form(Pattern pattern, long hints) {
        Matcher in(String line) {
            return pattern.matcher(line);
        }
    }

    private static Form form(String regex, String... hints) {
        return new Form(Pattern.compile("(?is)" + regex), HINTS.of(hints));
    }

    private static Form named(String regex, String... more) {
        return new Form(Pattern.compile("(?is)" + regex), HINTS.of(NAMES) | HINTS.of(more));
    }

    private SecretWords() {}

    /** Where the secrets of a line stand. */
    static TextEdits find(String line) {
        TextEdits edits = new TextEdits(line);
        long hints = HINTS.in(line);
        for (Form form : FORMS) {
            if ((hints & form.hints) != 0) {
                all(form.in(line), edits);
            }
        }
        if ((hints & HEX_ROW) != 0) {
            hexRows(line, edits);
        }
        if ((hints & BASIC.hints) != 0) {
            basic(BASIC.in(line), edits);
        }
        if ((hints & INSERT.hints) != 0) {
            insert(INSERT.in(line), edits);
        }
        return edits;
    }

    private static void all(Matcher secrets, TextEdits edits) {
        while (secrets.find()) {
            edits.mask(secrets);
        }
    }

    /** Long rows of hexadecimal digits that stand by themselves; a loop, since traces hold megabytes of them. */
    private static void hexRows(String line, TextEdits edits) {
        int begin = 0;
        boolean hex = true;
        for (int at = 0; at <= line.length(); at++) {
            char c = at < line.length() ? line.charAt(at) : ' ';
            boolean inside = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (inside) {
                hex &= SecretHints.isHex(c);
            } else {
                if (hex && at - begin >= SHORTEST_HEX_ROW) {
                    edits.add(begin, begin, at, SecretMask.MASK);
                }
                begin = at + 1;
                hex = true;
            }
        }
    }

    private static void basic(Matcher words, TextEdits edits) {
        while (words.find()) {
            if (isAccountWithPassword(words.group("s"))) {
                edits.mask(words);
            }
        }
    }

    /** Whether base64 decodes to what Basic authentication sends. */
    private static boolean isAccountWithPassword(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
            return pair.indexOf(':') >= 0 && pair.chars().noneMatch(Character::isISOControl);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void insert(Matcher insert, TextEdits edits) {
        if (insert.find() && Stream.of(insert.group("columns").split(",", -1)).anyMatch(SecretMask::isSecretColumn)) {
            edits.add(insert.start(), insert.start("s"), insert.end("s"), SecretMask.MASK + ")");
        }
    }
}
