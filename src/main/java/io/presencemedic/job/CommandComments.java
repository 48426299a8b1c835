package io.presencemedic.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.http.Problem;
import io.presencemedic.job.log.JobEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    /**
     * The body of an acknowledgement.
     *
     * @param things what is to be said of each thing that was left off; null where the caller sees to all of them, and
     *     they are off still
     */
    @Schema(
            name = "Acknowledgement",
            example =
                    "{\"comment\":\"switched on in the administration\",\"things\":[{\"kind\":\"HIGH_AVAILABILITY\",\"subject\":\"DefaultCUPSubcluster\",\"switchedOn\":true}]}")
    record Acknowledgement(
            @Nullable String comment, @Nullable List<JobEvent.Acknowledged.Thing> things) {}

    /** The comment in a body; null where there is none. */
    @Nullable
    String of(@Nullable String body) {
        return checked(read(body, Comment.class, new Comment(null)).comment());
    }

    /** What a body says to what was left off. */
    Acknowledgement acknowledgement(@Nullable String body) {
        Acknowledgement said = read(body, Acknowledgement.class, new Acknowledgement(null, null));
        boolean isWhole = said.things() == null
                || said.things().stream()
                        .allMatch(thing -> thing != null && thing.kind() != null && thing.subject() != null);
        if (!isWhole) {
            throw Problem.invalid("things", "must each have a kind, a subject, and switchedOn")
                    .exception();
        }
        return new Acknowledgement(checked(said.comment()), said.things());
    }

    private static @Nullable String checked(@Nullable String comment) {
        if (comment != null && comment.length() > LONGEST) {
            throw Problem.invalid("comment", "must be at most " + LONGEST + " characters")
                    .exception();
        }
        return comment;
    }

    private <T> T read(@Nullable String body, Class<T> type, T nothingSaid) {
        if (body == null || body.isBlank()) {
            return nothingSaid;
        }
        try {
            T said = json.readValue(body, type);
            return said == null ? nothingSaid : said;
        } catch (JsonProcessingException e) {
            throw Problem.invalid("body", "must be empty, or JSON such as {\"comment\":\"seen to it\"}")
                    .exception();
        }
    }
}
