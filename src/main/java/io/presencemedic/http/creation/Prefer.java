package io.presencemedic.http.creation;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a caller would like to wait for a result (RFC 7240, {@code Prefer: wait=10}).
 *
 * @param patience how long, 0 to {@link #LONGEST}
 */
public record Prefer(Duration patience) {
    /** The longest wait that is granted: some callers give up after 30 seconds. */
    public static final Duration LONGEST = Duration.ofSeconds(25);
    /** The header of the request. An operation whose description takes it, waits. */
    public static final String HEADER = "Prefer";
    /** The header of the answer that says what was granted. */
    public static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);

    /**
     * The wait that a request asks for, cut to what is granted.
     *
     * @return empty where it asks for none; what cannot be read is ignored, as the RFC wants it
     */
    public static Optional<Prefer> of(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HEADER);
        return values == null ? Optional.empty() : parse(values);
    }

    static Optional<Prefer> parse(List<String> values) {
        return values.stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(wait -> new Prefer(capped(Long.parseLong(wait.group(1)))))
                .findFirst();
    }

    private static Duration capped(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    }

    /** The value of {@link #APPLIED}. */
    public String applied() {
        return "wait=" + patience.toSeconds();
    }
}
