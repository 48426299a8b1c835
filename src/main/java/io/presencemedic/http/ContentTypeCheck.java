package io.presencemedic.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a {@code Content-Type} has the form that RFC 9110 gives it; the framework takes offence at others. */
final class ContentTypeCheck {
    private static final int LONGEST = 255;
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final String QUOTED = "\"[^\"\\\\\\p{Cntrl}]*+\"";
    private static final Pattern FORM = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:[ \\t]*+;[ \\t]*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+)*+[ \\t]*+");

    private ContentTypeCheck() {}

    /** @param header the header's value; null where there is none */
    static boolean isReadable(@Nullable String header) {
        return header == null
                || (header.length() <= LONGEST && FORM.matcher(header.strip()).matches());
    }
}
