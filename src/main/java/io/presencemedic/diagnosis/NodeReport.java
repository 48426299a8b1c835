package io.presencemedic.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.FactView;
import io.presencemedic.diagnosis.fact.NodeFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node told, secrets masked.
 *
 * @param name the node's name
 * @param role what it is in the cluster
 * @param facts in the order in which it was asked
 */
record NodeReport(String name, @Nullable NodeRole role, List<FactReport> facts) {
    NodeReport {
        facts = List.copyOf(facts);
    }

    /**
     * A fact, or why there is none.
     *
     * @param topic what it is about
     * @param command the command or operation; null where none was answered
     * @param facts what the answer means, in the same shape as in an analysis; null where it is not known
     * @param unknown why it is not known; null where it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FactReport(
            String topic,
            @Nullable String command,
            @Nullable Map<String, Object> facts,
            @Nullable WhyUnknown unknown) {}

    /**
     * Why a fact is not known.
     *
     * @param reason a sentence for a person
     * @param code stable code of the failure; null where there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhyUnknown(String reason, @Nullable String code) {}

    static NodeReport of(NodeFacts node) {
        List<FactReport> told = node.all().entrySet().stream()
                .map(entry -> told(entry.getKey(), entry.getValue()))
                .toList();
        return new NodeReport(node.name().orElse(""), node.role().orElse(null), told);
    }

    private static FactReport told(FactKey<?> topic, Fact<?> fact) {
        if (fact instanceof Fact.Unknown<?> unknown) {
            String command =
                    unknown.heard() == null ? null : unknown.heard().evidence().command();
            return new FactReport(topic.name(), command, null, new WhyUnknown(unknown.reason(), unknown.code()));
        }
        Fact.Known<?> known = (Fact.Known<?>) fact;
        return new FactReport(topic.name(), known.heard().evidence().command(), FactView.of(known.value()), null);
    }
}
