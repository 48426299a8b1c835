package io.presencemedic.notify.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that others are told.
 *
 * @param id its identity, the same at each attempt and for each endpoint
 * @param kind what kind of event it is
 * @param at when it happened
 * @param cluster the cluster that it is about; null where it is about none
 * @param ticket number of the record in the caller's own system; null where nobody said
 * @param gravity how grave it is
 * @param key names the thing that is wrong, so that its end is recognised as the end of its beginning
 * @param subject path of what it is about, such as {@code /api/v1/jobs/…}
 * @param summary one sentence for a person
 * @param data all there is to know, for programs
 */
@Value.Builder
public record Notification(
        UUID id,
        EventKind kind,
        Instant at,
        @Nullable String cluster,
        @Nullable String ticket,
        Gravity gravity,
        String key,
        String subject,
        String summary,
        ObjectNode data) {
    /** The identity as receivers see it. */
    public String messageId() {
        return "msg_" + id;
    }
}
