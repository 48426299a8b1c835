package io.presencemedic.diagnosis.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.cisco.DefectId;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a cluster.
 *
 * @param code stable name of what is wrong, such as {@code STUCK_IN_STARTING}
 * @param item id of the document's item, such as {@code D2}
 * @param severity how bad it is
 * @param summary one sentence for a person
 * @param evidence the lines on which it rests
 * @param runbook the runbook that remedies it; null where only a person can
 * @param defects known defects that cause it
 * @param causes codes of the findings that this one explains
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String code,
        String item,
        Severity severity,
        String summary,
        List<Evidence> evidence,
        @Nullable String runbook,
        List<Defect> defects,
        List<String> causes) {
    public Finding {
        evidence = List.copyOf(evidence);
        defects = List.copyOf(defects);
        causes = List.copyOf(causes);
    }

    /**
     * A known defect.
     *
     * @param id its number
     * @param link where it is described
     */
    public record Defect(String id, URI link) {
        /** The defect of that number, with its link. */
        public static Defect of(DefectId defect) {
            return new Defect(defect.value(), defect.link());
        }
    }
}
