package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.LetterCase;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading without its ruler: names of columns, one of which holds a secret, with whatever marks and separators an
 * export or a document put around them, and perhaps with its row behind it.
 */
final class LostHeading {
    private static final int LONGEST = 2000;
    private static final Pattern WORD = Pattern.compile("[^\\s,;|]++");
    private static final Pattern NAME = Pattern.compile("(?i)[a-z][a-z0-9_.()]{0,200}+");
    private static final String MARKS = "\"'`*_#>•“”„‘’«»-";
    /** People write of these as well; the other names are the database's alone. */
    private static final Set<String> PLAIN = Set.of(
            "password",
            "passwords",
            "passwd",
            "passcode",
            "passphrase",
            "pwd",
            "secret",
            "secrets",
            "credentials",
            "pin");

    private final String text;
    private int names;
    private int behind = -1;
    private String secret = "";
    private boolean alone = true;
    private boolean sentence;

    private LostHeading(String text) {
        this.text = text;
    }

    /**
     * Where the name of the first secret ends in a heading; -1 where the line is none.
     *
     * @param asked whether a query stands above, so that the line is no sentence
     */
    static int behindSecret(String text, boolean asked) {
        if (text.length() > LONGEST || !SelectList.namesSecret(text)) {
            return -1;
        }
        LostHeading heading = new LostHeading(text);
        heading.read();
        return heading.isHeading(asked) ? heading.behind : -1;
    }

    private void read() {
        Matcher word = WORD.matcher(text);
        while (alone && word.find()) {
            String name = bare(word.group());
            alone = name.isEmpty() || NAME.matcher(name).matches();
            if (alone && !name.isEmpty()) {
                name(name, word);
            }
        }
    }

    private void name(String name, Matcher word) {
        boolean plain = name.length() == word.end() - word.start();
        boolean lower = name.equals(LetterCase.lower(name));
        sentence = plain && (names == 0 ? !lower : sentence && lower);
        names++;
        if (behind < 0 && SelectList.namesSecret(name)) {
            behind = word.end();
            secret = LetterCase.lower(name);
        }
    }

    private boolean isHeading(boolean asked) {
        boolean database = !PLAIN.contains(secret);
        if (names == 1) {
            return alone && (secret.indexOf('_') >= 0 || secret.startsWith("axl"));
        }
        return behind >= 0 && (database || alone && (asked || !sentence));
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && MARKS.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && MARKS.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }
}
