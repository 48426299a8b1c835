package io.presencemedic.job.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.link.LinkFailureCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that a line sent, or tried to send.
 *
 * @param node the node that was told
 * @param command what it was told, secrets masked
 * @param why what was seen before
 * @param sentAt when the intent was written
 * @param answeredAt when the answer, or the failure, was written; null while there is none
 * @param code code of the failure; null where the change was answered well or is still out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentChange(
        String node,
        String command,
        String why,
        Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable String code) {
    SentChange(Instant at, JobEvent.Acting acting) {
        this(acting.node(), acting.command(), acting.why(), at, null, null);
    }

    /** Whether it is this change, and its answer did not come in time. */
    boolean isGivenUp(String toNode, String text) {
        return LinkFailureCode.LINK_TIMED_OUT.name().equals(code) && node.equals(toNode) && command.equals(text);
    }

    SentChange answered(Instant at, JobEvent.DidAct did) {
        return new SentChange(node, command, why, sentAt, at, did.code());
    }
}
