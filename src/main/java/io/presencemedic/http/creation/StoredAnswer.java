package io.presencemedic.http.creation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that created something.
 *
 * @param status 201 or 202
 * @param location path of what was created
 * @param etag its version at creation, quoted; null where it has none
 * @param json the body
 * @param replayed whether an earlier request with the same key created it
 */
public record StoredAnswer(
        int status, String location, @Nullable String etag, String json, boolean replayed) {
    /** The header that marks an answer as given before. */
    public static final String REPLAYED = "Idempotent-Replayed";

    /** Last part of the location: the identity of what was created. */
    public String id() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The answer with its headers, to be completed or built. */
    public Response.ResponseBuilder response() {
        return headers(Response.status(status)).entity(json).type(MediaType.APPLICATION_JSON_TYPE);
    }

    /**
     * What has become of the work after a wait that the caller preferred: 200 where it has ended.
     *
     * @param view the work as it is now
     */
    public Response.ResponseBuilder after(Prefer wait, Object view, boolean ended) {
        return headers(Response.status(ended ? 200 : status).entity(view)).header(Prefer.APPLIED, wait.applied());
    }

    /** Puts this answer's headers on another one, such as a later state of the same thing. */
    public Response.ResponseBuilder headers(Response.ResponseBuilder answer) {
        answer.header(HttpHeaders.LOCATION, location);
        if (etag != null) {
            answer.header(HttpHeaders.ETAG, etag);
        }
        return replayed ? answer.header(REPLAYED, "true") : answer;
    }
}
