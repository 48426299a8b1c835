package io.presencemedic.http.creation;

import org.jspecify.annotations.Nullable;

/**
 * What a request created, before it is stored and told.
 *
 * @param status 201 for a thing, 202 for work that goes on
 * @param location path of what was created
 * @param etag its version, quoted; null where it has none
 * @param body what the caller is shown
 */
public record Created(int status, String location, @Nullable String etag, Object body) {
    /** 201: the thing is there. */
    public static Created thing(String location, Object body) {
        return new Created(201, location, null, body);
    }

    /** 202: the work goes on. */
    public static Created work(String location, Object body) {
        return new Created(202, location, null, body);
    }

    /** The same with a version. */
    public Created etag(String version) {
        return new Created(status, location, version, body);
    }
}
