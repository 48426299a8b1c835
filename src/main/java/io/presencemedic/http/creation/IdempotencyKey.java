package io.presencemedic.http.creation;

import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name that a caller gives to a request that creates, so that it can be repeated without creating twice
 * (draft-ietf-httpapi-idempotency-key-header). Quoted as the draft wants it, or bare as most clients send it.
 *
 * @param value 1 to 255 printable ASCII characters
 */
public record IdempotencyKey(String value) {
    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\[\"\\\\])*\"");

    public IdempotencyKey {
        if (!PRINTABLE.matcher(value).matches()) {
            throw invalid("must be 1 to 255 printable ASCII characters");
        }
    }

    /**
     * The key of a request.
     *
     * @return empty where the request carries none
     * @throws ProblemException 400 where it carries several, or one that is empty, too long or not printable
     */
    public static Optional<IdempotencyKey> of(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HEADER);
        if (values == null || values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw invalid("must be sent once");
        }
        return Optional.of(parse(values.get(0).strip()));
    }

    static IdempotencyKey parse(String header) {
        if (!header.startsWith("\"")) {
            return new IdempotencyKey(header);
        }
        if (!QUOTED.matcher(header).matches()) {
            throw invalid("starts with a quotation mark and does not end with one");
        }
        return new IdempotencyKey(header.substring(1, header.length() - 1).replaceAll("\\\\(.)", "$1"));
    }

    private static ProblemException invalid(String message) {
        return Problem.invalid(HEADER, message).exception();
    }
}
