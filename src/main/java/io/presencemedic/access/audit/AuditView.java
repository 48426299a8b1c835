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
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log as the API shows it; the texts of before and after are what the hash is made over. */
@Schema(description = "What somebody did or was refused, with its place in the chain of hashes.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@Value.Builder
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
        return new AuditViewBuilder()
                .seq(recorded.seq())
                .at(recorded.at())
                .verb(entry.verb())
                .outcome(entry.outcome())
                .subjectKind(actor.kind())
                .subjectId(actor.id())
                .subject(actor.name())
                .person(actor.person())
                .address(actor.address())
                .requestId(actor.request())
                .cluster(entry.cluster())
                .job(entry.job())
                .target(entry.target())
                .code(entry.code())
                .times(entry.times())
                .before(entry.before())
                .after(entry.after())
                .previousHash(recorded.previousHash())
                .hash(recorded.hash())
                .build();
    }
}
