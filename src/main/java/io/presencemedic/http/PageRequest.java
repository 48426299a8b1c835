package io.presencemedic.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a {@code @BeanParam} of every list. */
public class PageRequest {
    /** The most entries that one answer holds. */
    public static final int MOST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
    @Parameter(description = "How many entries the answer holds at most.", example = "50")
    int limit = 50;

    @QueryParam("cursor")
    @Nullable
    @Parameter(description = "Where to go on: nextCursor of the answer before. Not made by hand.")
    String cursor;

    /**
     * A part of a list, for rooms that read the API's lists themselves.
     *
     * @param limit how many entries, 1 to {@link #MOST}
     * @param cursor nextCursor of the answer before; null for the first part
     */
    public static PageRequest of(int limit, @Nullable String cursor) {
        PageRequest request = new PageRequest();
        request.limit = limit;
        request.cursor = cursor;
        return request;
    }

    /** How many entries are asked for, 1 to {@link #MOST}. */
    public int limit() {
        return limit;
    }

    /**
     * The key of the last entry that the caller has.
     *
     * @throws ProblemException 400 where the cursor was not made by this service
     */
    public Optional<String> after() {
        return Optional.ofNullable(cursor).map(PageRequest::decoded);
    }

    /**
     * The id of the last entry that the caller has, in a list that is ordered by ids.
     *
     * @throws ProblemException 400 where the cursor was not made by this service
     */
    public Optional<UUID> afterId() {
        try {
            return after().map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static String cursorAfter(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!key.isEmpty() && cursorAfter(key).equals(cursor) && key.indexOf('\0') < 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** Says that a cursor is none of this list's. */
    public static ProblemException unknown() {
        return Problem.invalid("cursor", "is not a cursor of this list; take it from nextCursor or leave it out")
                .exception();
    }
}
