package io.presencemedic.diagnosis.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.runbook.RunbookName;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would remedy a finding: a whole body for {@code POST /clusters/{cluster}/jobs}.
 *
 * @param runbook the runbook
 * @param target what it works on
 * @param parameters what it takes, by name
 */
public record Remedy(
        @Schema(type = SchemaType.STRING, implementation = String.class)
        RunbookName runbook,

        Target target,
        Map<String, String> parameters) {
    /** The parameter that names a service. */
    public static final String SERVICE = "service";

    public Remedy {
        parameters = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(parameters, Map.of())));
    }

    /** A runbook on a redundancy group. */
    public static Remedy onGroup(RunbookName runbook, String group, Map<String, String> parameters) {
        return new Remedy(runbook, new Target(group, null), parameters);
    }

    /** A runbook on a node. */
    public static Remedy onNode(RunbookName runbook, String node, Map<String, String> parameters) {
        return new Remedy(runbook, new Target(null, node), parameters);
    }

    /** For a person: the runbook with its target and its parameters. */
    public String words() {
        String where = target.group() != null ? "group " + target.group() : "node " + target.node();
        return runbook + " on " + where + (parameters.isEmpty() ? "" : " with " + parameters);
    }

    /**
     * What a runbook works on; one of the two.
     *
     * @param group name of a redundancy group
     * @param node name of a node
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RemedyTarget")
    public record Target(@Nullable String group, @Nullable String node) {}
}
