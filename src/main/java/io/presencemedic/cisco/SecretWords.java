package io.presencemedic.cisco;

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
    private static final String NAME = "(?:\\w+\\.)*+(?!(?i:tk|fk|is)[a-z])[\\w-]*?" + WORD + "\\w*";

    /** The name of a database column that holds a secret. */
    static final Pattern COLUMN = Pattern.compile("(?i)" + NAME);

    /** The start tag of a secret element, alone on its line, with its content to come on the next. */
    static final Pattern OPENED =
            Pattern.compile("(?i)\\s*+(?:<[^<>]*+>\\s*+)*?<(?:[\\w-]++:)?" + NAME + "(?:\\s[^<>]*+)?(?<!/)>\\s*+");

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
    private static final String TAG = "<(?:[\\w-]++:)?";
    private static final String ATTRIBUTES = "(?:\\s[^<>]*+)?(?<!/)>";

    private static final List<Pattern> FORMS = Stream.of(
                    BEFORE + "(?:" + NAME + "|JSESSIONID(?:SSO)?|SAMLResponse|[\\w-]*token)(?:" + QUOTE + ")?" + IS
                            + VALUE,
                    BEFORE + "\\w*?pass\\s*=\\s*(?!(?:\\d+|true|false|yes|no|ok)\\b)" + VALUE,
                    BEFORE + "(?:end)?(?:user)?pin(?:" + QUOTE + ")?\\s*[=:]\\s*(?<s>[\"']?\\d{4,}[\"']?)",
                    "(?<=\\s|^)--?[\\w-]*" + WORD + "[\\w-]*\\s+" + VALUE,
                    "\\b(?:bindpw|rootpw|identified\\s+by|password(?=\\s+'))\\s+" + VALUE,
                    "\\bldap(?:search|modify|add|delete|whoami|compare)\\b.*?\\s(?-i:-w)\\s*(?<s>\\S+)",
                    TAG + "(?:" + NAME + "|pin|token|digest)" + ATTRIBUTES + CONTENT,
                    TAG + "(?:auth|response)\\b[^<>]*?(?:mechanism|xmpp-sasl)[^<>]*+(?<!/)>" + CONTENT,
                    "&lt;(?:[\\w-]++:)?" + NAME + "(?:\\s(?:(?!&gt;).)*+)?&gt;(?<s>(?:(?!&lt;).)++)",
                    "\\b(?:name|key|id|field|property)(?:" + QUOTE + ")?\\s*[=:]\\s*" + QUOTE + NAME + QUOTE
                            + "[^<>]{0,200}?\\bvalue(?:" + QUOTE + ")?\\s*[=:]\\s*" + VALUE,
                    "<[\\w:.-]+\\s[^<>]*?\\b(?:name|key|id)\\s*=\\s*[\"']" + NAME
                            + "[\"'][^<>]*+(?<!/)>(?:\\s*<value>)?" + CONTENT,
                    "(?:\\b(?:proxy-)?authorization|\\b(?:set-)?cookie2?)\\s*:\\s*(?<s>\\S.*)",
                    "\\b(?:authorization|cookie)(?:" + QUOTE + ")?\\s*[=:]>?\\s*\\[?(?<s>" + QUOTED
                            + "|(?:(?:basic|bearer|digest|negotiate|ntlm)\\s+)?[^\\s,\\]}\"'<>]+)",
                    "\\bbearer\\s+(?<s>(?=[\\w.~+/-]*\\d)[\\w.~+/-]{8,}=*)",
                    "\\b(?:response|rspauth)\\s*=\\s*(?<s>[\"']?[0-9a-f]{32,}[\"']?)",
                    "://[^\\s/:@]*+:(?<s>[^\\s/\"'<>]+)(?=@)",
                    "\\bX-BINDPW=(?<s>[^\\s,>]+)",
                    "(?<![\\w.-])(?<s>(?-i:eyJ)[\\w-]{6,}\\.[\\w-]{6,}\\.[\\w-]*)",
                    "\\{(?:S?SHA\\d*|S?MD5|CRYPT)\\}(?<s>[\\w+/=.$-]{8,})",
                    "\\$(?:1|2[aby]|5|6|y)\\$(?<s>[\\w./$=,-]{8,})",
                    "(?<![0-9A-Za-z])(?<s>[0-9a-f]{64,})(?![0-9A-Za-z])")
            .map(form -> Pattern.compile("(?is)" + form))
            .toList();

    /** Words that look like a password, unless they decode to an account and its password. */
    private static final Pattern BASIC = Pattern.compile("(?i)\\bbasic\\s+(?<s>[A-Za-z0-9+/]{4,}={0,2})");

    private static final Pattern INSERT =
            Pattern.compile("(?is)\\binsert\\s+into\\s+\\S+\\s*\\((?<columns>[^)]*)\\)\\s*values\\s*\\((?<s>.*)");

    private SecretWords() {}

    /** Where the secrets of a line stand. */
    static Edits find(String line) {
        Edits edits = new Edits(line);
        if (!SecretHints.in(line)) {
            return edits;
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(line);
            while (matcher.find()) {
                edits.mask(matcher);
            }
        }
        Matcher basic = BASIC.matcher(line);
        while (basic.find()) {
            if (SecretHints.isAccountWithPassword(basic.group("s"))) {
                edits.mask(basic);
            }
        }
        insert(line, edits);
        return edits;
    }

    private static void insert(String line, Edits edits) {
        Matcher insert = INSERT.matcher(line);
        if (insert.find() && Stream.of(insert.group("columns").split(",", -1)).anyMatch(SecretMask::isSecretColumn)) {
            edits.add(insert.start(), insert.start("s"), insert.end("s"), SecretMask.MASK + ")");
        }
    }
}
