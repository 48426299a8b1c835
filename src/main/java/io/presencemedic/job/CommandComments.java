package io.presencemedic.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words that may go with a verb. Many clients send no body with a Content-Type of their own choice; that must
 * not keep an operator from stopping a job.
 */
@ApplicationScoped
class CommandComments {
    private static final int LONGEST = 1_000;

    private final ObjectMapper json;

    CommandComments(ObjectMapper json) {
        this.json = json;
    }

    /** The body of a verb. */
    @Schema(name = "Comment", example = "{\"comment\":\"seen to it by hand\"}")
    record Comment(@Nullable String comment) {}

    /** The comment in a body; null where there is none. */
    @Nullable
    String of(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return null;
        }
        String comment = read(body).comment();
        if (comment != null && comment.length() > LONGEST) {
            throw Problem.invalid("comment", "must be at most " + LONGEST + " characters")
                    .exception();
        }
        return comment;
    }

    private Comment read(String body) {
        try {
            Comment comment = json.readValue(body, Comment.class);
            return comment == null ? new Comment(null) : comment;
        } catch (JsonProcessingException e) {
            throw Problem.invalid("body", "must be empty, or JSON such as {\"comment\":\"seen to it\"}")
                    .exception();
        }
    }
}
