package io.presencemedic.access.grant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.presencemedic.http.InvalidValue;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of clusters or runbooks: one name, or several by stars that stand for any text.
 *
 * @param text 1 to 63 lower-case letters, digits, hyphens and stars
 */
public record NamePattern(@JsonValue String text) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9*-]{1,63}");
    private static final int MOST_STARS = 4;

    /** Every name. */
    public static final NamePattern ANY = new NamePattern("*");

    /** @throws IllegalArgumentException where the text is no pattern */
    @JsonCreator
    public NamePattern {
        if (!FORM.matcher(text).matches() || text.chars().filter(c -> c == '*').count() > MOST_STARS) {
            throw new InvalidValue("must be 1 to 63 lower-case letters, digits, hyphens and at most " + MOST_STARS
                    + " stars, as in \"emea-*\"");
        }
    }

    /** Whether the name is one of these. */
    boolean matches(String name) {
        return Pattern.matches(regex(), name);
    }

    /** Whether every name of the other is one of these: its stars can only be covered by stars. */
    boolean covers(NamePattern other) {
        return matches(other.text());
    }

    /** The same as a regular expression, for Java and for PostgreSQL. */
    String regex() {
        return Arrays.stream(text.split("\\*", -1)).collect(Collectors.joining(".*"));
    }
}
