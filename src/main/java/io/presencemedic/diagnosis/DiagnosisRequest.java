package io.presencemedic.diagnosis;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may say with the wish for a diagnosis.
 *
 * @param reason why, for the audit
 * @param ticket number in the caller's own system
 */
@Schema(example = "{\"reason\":\"users cannot log in\",\"ticket\":\"INC0012345\"}")
record DiagnosisRequest(
        @Nullable @Size(max = 1000) String reason,
        @Nullable @Size(max = 100) String ticket) {
    static final DiagnosisRequest NOTHING_SAID = new DiagnosisRequest(null, null);
}
