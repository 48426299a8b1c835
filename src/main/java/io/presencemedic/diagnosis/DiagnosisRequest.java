package io.presencemedic.diagnosis;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may say with the wish for a diagnosis.
 *
 * @param reason why, for the audit
 * @param ticket number in the caller's own system
 * @param maxAge how old an answer may be, one second to one hour; null for one that is made now
 */
@Schema(example = "{\"reason\":\"users cannot log in\",\"ticket\":\"INC0012345\"}")
@Value.Builder
record DiagnosisRequest(
        @Nullable @Size(max = 1000) String reason,
        @Nullable @Size(max = 100) String ticket,

        @Nullable
        @DurationMin(seconds = 1)
        @DurationMax(hours = 1)
        @Schema(
                description =
                        "How old an answer may be, as an ISO 8601 duration of one second to one hour. Where a diagnosis of that age is there, and nothing has changed the cluster since, it is the answer and no node is asked.",
                example = "PT1M")
        Duration maxAge) {
    static final DiagnosisRequest NOTHING_SAID = new DiagnosisRequestBuilder().build();
}
