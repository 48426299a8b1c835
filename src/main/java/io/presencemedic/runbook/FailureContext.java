package io.presencemedic.runbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailabilityChange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a failure beside its sentence, as values.
 *
 * @param evidence id of the bundle that TAC wants, such as {@code E-NETWORK}; null where the document names none
 * @param findings what is wrong and stays so
 * @param attempts what was tried in vain, in order
 * @param undetermined what could not be looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FailureContext(
        @Nullable String evidence, List<OpenFinding> findings, List<Attempt> attempts, List<Unknown> undetermined) {
    /** Nothing beside the sentence. */
    public static final FailureContext NONE = new FailureContext(null, List.of(), List.of(), List.of());

    public FailureContext {
        findings = List.copyOf(Objects.requireNonNullElse(findings, List.of()));
        attempts = List.copyOf(Objects.requireNonNullElse(attempts, List.of()));
        undetermined = List.copyOf(Objects.requireNonNullElse(undetermined, List.of()));
    }

    /** The bundle that TAC wants, and nothing else. */
    public static FailureContext wanting(@Nullable DocumentRef evidence) {
        return evidence == null ? NONE : new FailureContext(evidence.id(), List.of(), List.of(), List.of());
    }

    /** One thing that is wrong, and nothing else. */
    public static FailureContext of(OpenFinding finding) {
        return new FailureContext(null, List.of(finding), List.of(), List.of());
    }

    /** Whether it holds nothing. */
    public boolean holdsNothing() {
        return evidence == null && findings.isEmpty() && attempts.isEmpty() && undetermined.isEmpty();
    }

    /**
     * Something that is wrong.
     *
     * @param code stable code of the finding
     * @param item id of the document's item
     * @param summary one sentence for a person
     * @param group the redundancy group that it is about; null where it is about none
     * @param nodes the nodes that it is about
     * @param services the services that it is about
     * @param defects known defects that may cause it
     * @param undelivered the change of high availability that CUCM has stored and the nodes have not heard of; null
     *     where it is about none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenFinding(
            String code,
            String item,
            String summary,
            @Nullable String group,
            List<String> nodes,
            List<String> services,
            List<KnownDefect> defects,
            @Nullable HighAvailabilityChange undelivered) {
        public OpenFinding {
            nodes = List.copyOf(nodes);
            services = List.copyOf(services);
            defects = List.copyOf(Objects.requireNonNullElse(defects, List.of()));
        }
    }

    /**
     * A defect of the platform.
     *
     * @param id Cisco's id of it
     * @param link where Cisco describes it
     */
    public record KnownDefect(String id, String link) {}

    /**
     * A runbook that was run in vain.
     *
     * @param runbook its name
     * @param target the group, node or cluster that it was run on
     * @param code how it failed; null where it went well and did not help
     * @param detail the sentence of its failure; null where it went well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            String runbook,
            String target,
            @Nullable String code,
            @Nullable String detail) {}

    /**
     * Something that could not be looked at.
     *
     * @param node the node; null where it is the whole cluster
     * @param fact what is missing
     * @param reason why, in a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Unknown(@Nullable String node, String fact, String reason) {}
}
