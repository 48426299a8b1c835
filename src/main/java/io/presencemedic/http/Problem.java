package io.presencemedic.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An error as the API tells it (RFC 9457).
 *
 * @param status HTTP status, 400 to 599
 * @param code what happened, in a form that programs may rely on
 * @param detail what happened and what to do, for a person; never a secret, never a stack trace
 * @param errors which fields are wrong, and how; the first 50 of them, shortened
 * @param extensions further members of the document
 * @param headers further headers of the answer; with 409, 429 and 503 there always is a {@code Retry-After}
 */
public record Problem(
        int status,
        String code,
        String detail,
        List<FieldError> errors,
        Map<String, Object> extensions,
        Map<String, String> headers) {
    /** Media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int MOST_ERRORS = 50;
    private static final int UNPROCESSABLE = 422;
    private static final Set<Integer> WITH_ADVICE = Set.of(409, 429, 503);
    private static final String RETRY_AFTER = "Retry-After";
    /** Seconds, where nobody knows when it will have passed: it may want a person. */
    private static final String USUAL_PAUSE = "60";

    private static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);

    public Problem {
        errors = errors.stream().limit(MOST_ERRORS).map(FieldError::shortened).toList();
        extensions = Map.copyOf(extensions);
        headers = advised(status, headers);
    }

    private static Map<String, String> advised(int status, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (WITH_ADVICE.contains(status)) {
            all.putIfAbsent(RETRY_AFTER, USUAL_PAUSE);
        }
        return Map.copyOf(all);
    }

    /** A problem with nothing but the necessary. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), Map.of());
    }

    /** 400 for one field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** 400 for these fields. */
    public static Problem invalid(List<FieldError> errors) {
        String which = errors.stream()
                .map(error -> error.shortened().field())
                .distinct()
                .limit(MOST_ERRORS)
                .collect(Collectors.joining(", "));
        String detail = "The request was refused and nothing was changed. Correct: " + which + ".";
        return new Problem(400, "VALIDATION_FAILED", detail, errors, Map.of(), Map.of());
    }

    /** The same with one more wrong field. */
    public Problem error(String field, String message) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(new FieldError(field, message));
        return new Problem(status, code, detail, more, extensions, headers);
    }

    /** The same with one more member in the document. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(status, code, detail, errors, more, headers);
    }

    /** The same with one more header in the answer. */
    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, errors, extensions, more);
    }

    /** The same with the advice when to try again, in whole seconds, at least one. */
    public Problem retryAfter(Duration delay) {
        return header(RETRY_AFTER, String.valueOf(Math.max(1, delay.toSeconds())));
    }

    /** The problem as something to throw. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The members of the document, in the order in which a person reads them. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title());
        document.put("status", status);
        document.put("code", code);
        document.put("detail", detail);
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        document.putAll(extensions);
        return document;
    }

    private String title() {
        Response.Status known = Response.Status.fromStatusCode(status);
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        return known == null ? "Error" : known.getReasonPhrase();
    }

    Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).entity(document()).type(TYPE);
        headers.forEach(answer::header);
        return answer.build();
    }
}
