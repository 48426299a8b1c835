package io.presencemedic.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.UUID;

/** The problems that no feature causes. */
public final class FrameworkProblems {
    private FrameworkProblems() {}

    /** Of a status that the framework answers with by itself. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> forbidden();
            case 404 ->
                Problem.of(404, "NOT_FOUND", "There is nothing at this address. See /q/openapi for what there is.");
            case 405 ->
                Problem.of(405, "METHOD_NOT_ALLOWED", "This address does not take this method. See the header Allow.");
            case 406 ->
                Problem.of(406, "NOT_ACCEPTABLE", "This address answers in none of the media types that Accept names.");
            case 413 -> Problem.of(413, "BODY_TOO_LARGE", "The body is larger than this address takes.");
            case 414 -> Problem.of(414, "ADDRESS_TOO_LONG", "The address is longer than 8,000 characters.");
            case 415 ->
                Problem.of(
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "This address does not take a body of this Content-Type. Most take application/json.");
            case 431 ->
                Problem.of(431, "HEADERS_TOO_LARGE", "The headers of the request are larger than 16 KiB together.");
            default -> Problem.of(status, "BAD_REQUEST", "The request was not understood.");
        };
    }

    /** 401: no key or token, or one that does not count. */
    public static Problem unauthenticated() {
        return Problem.of(
                        401,
                        "UNAUTHENTICATED",
                        "A valid API key is needed. Send it as X-API-Key or as Authorization: Bearer.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    static Problem notSignedIn() {
        return Problem.of(
                401,
                "SIGN_IN_FAILED",
                "The identity provider did not sign you in, or its answer came too late. Try again; the log has its words.");
    }

    /** 403: the role does not allow it. */
    public static Problem forbidden() {
        return Problem.of(403, "FORBIDDEN", "The API key is valid, but its role does not allow this.");
    }

    /** 503: the database cannot be reached; repeating helps. */
    public static Problem noDatabase() {
        return Problem.of(503, "DATABASE_UNAVAILABLE", "The database cannot be reached at the moment. Try again.")
                .retryAfter(Duration.ofSeconds(5));
    }

    /** 500: an error of the service, which its log tells under that id. */
    public static Problem unexpected(UUID id) {
        return Problem.of(500, "INTERNAL_ERROR", "Something unexpected happened. The log has the details under the id.")
                .with("id", id.toString());
    }
}
