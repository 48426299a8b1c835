package io.presencemedic.diagnosis.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.HighAvailabilityChange;
import io.presencemedic.runbook.RunbookName;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.immutables.value.Value;
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
 * @param group the redundancy group that it is about; null where it is about none, or about several
 * @param nodes the nodes that it is about
 * @param services the services that it is about, as the platform spells them
 * @param remedies what would remedy it, in the order in which it is to be tried; empty where only a person can help, or
 *     where a pasted log does not tell on what to run it
 * @param byHand commands that only a person may decide on
 * @param undelivered the change of high availability that CUCM has stored and the nodes have not heard of; null where
 *     it is about none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Value.Builder
public record Finding(
        String code,
        String item,
        Severity severity,
        String summary,
        List<Evidence> evidence,

        @Schema(type = SchemaType.STRING, implementation = String.class) @Nullable
        RunbookName runbook,

        List<Defect> defects,
        List<String> causes,
        @Nullable String group,
        List<String> nodes,
        List<String> services,
        List<Remedy> remedies,
        List<ByHand> byHand,
        @Nullable HighAvailabilityChange undelivered) {
    public Finding {
        evidence = copy(evidence);
        defects = copy(defects);
        causes = copy(causes);
        nodes = copy(nodes);
        services = copy(services);
        remedies = copy(remedies);
        byHand = copy(byHand);
    }

    /** Findings that were stored by an earlier release lack what it did not know. */
    private static <T> List<T> copy(@Nullable Collection<T> values) {
        return values == null ? List.of() : List.copyOf(values);
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

    /**
     * A command that a person may decide on; this service never sends it.
     *
     * @param node where it is typed; null where a pasted log does not tell
     * @param command the exact command
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByHand(@Nullable String node, String command) {}
}
