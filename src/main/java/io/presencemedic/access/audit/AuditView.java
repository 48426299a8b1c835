package io.presencemedic.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.presencemedic.audit.Actor;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.RecordedEntry;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log as the API shows it; the texts of before and after are what the hash is made over. */
@Schema(description = "What somebody did or was refused, with its place in the chain of hashes.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditView(
        long seq,
        Instant at,
        @Schema(examples = "key.create") String verb,
        AuditEntry.Outcome outcome,
        Actor.Kind subjectKind,
        String subjectId,
        @Schema(examples = "servicenow") String subject,
        @Schema(examples = "jo.smith") String person,
        @Nullable String address,
        @Nullable String requestId,
        @Nullable String cluster,
        @Nullable UUID job,
        @Nullable String target,
        @Nullable String code,
        long times,

        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable
        String before,

        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable
        String after,

        String previousHash,
        String hash) {
    static AuditView of(RecordedEntry recorded) {
        Actor actor = recorded.actor();
        AuditEntry entry = recorded.entry();
        return new AuditView(
                recorded.seq(),
                recorded.at(),
                entry.verb(),
                entry.outcome(),
                actor.kind(),
                actor.id(),
                actor.name(),
                actor.person(),
                actor.address(),
                actor.request(),
                entry.cluster(),
                entry.job(),
                entry.target(),
                entry.code(),
                entry.times(),
                entry.before(),
                entry.after(),
                recorded.previousHash(),
                recorded.hash());
    }
}
