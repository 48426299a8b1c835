package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What became of one scenario's finding in a cluster with two scenarios. */
enum Outcome {
    /** It is found. */
    FOUND,
    /** Another finding names it among what it explains. */
    EXPLAINED,
    /** Both scenarios set what it rests on to different values, so that only one of them can be so. */
    CONTRADICTED,
    /** Its lines stand in other findings: together with the other scenario's they mean another item. */
    RETOLD,
    /** The other scenario hides the fact, and the diagnosis says that the fact is missing. */
    UNDETERMINED,
    MISSED;

    /** Facts that one node has for the whole cluster; every other finding rests on what its node says. */
    private static final Map<String, Set<String>> FACTS = Map.of(
            "VERSION_MISMATCH", Set.of("VERSION"),
            "NOT_IN_SERVER_LIST", Set.of("SERVERS"),
            "HIGH_AVAILABILITY_NOT_ARRIVED", Set.of("REDUNDANCY_GROUPS"),
            "SUBCLUSTER_MISMATCH", Set.of("ENTERPRISE_NODES"),
            "PRESENCE_ENGINE_DOWN_ON_BOTH_NODES", Set.of("SERVICES"),
            "SYNC_AGENT_CREDENTIALS_DIFFER", Set.of("SYNC_AGENT_CONFIG", "APPLICATION_USER"),
            "SYNC_AGENT_USER_MISSING", Set.of("SYNC_AGENT_CONFIG", "APPLICATION_USER"),
            "SYNC_AGENT_PUBLISHER_ADDRESS", Set.of("SYNC_AGENT_CONFIG"),
            "SYNC_AGENT_NOT_CONFIGURED", Set.of("SYNC_AGENT_CONFIG"));

    /**
     * @param words the finding as the scenario alone has it
     * @param contradicted whether the other scenario sets what it rests on to another value
     */
    static Outcome of(String words, Finding alone, ScenarioFindings pair, boolean contradicted) {
        if (pair.byWords().containsKey(words)) {
            return FOUND;
        }
        if (pair.verdict().findings().stream().anyMatch(other -> other.causes().contains(alone.code()))) {
            return EXPLAINED;
        }
        if (contradicted) {
            return CONTRADICTED;
        }
        if (isRetold(alone, pair)) {
            return RETOLD;
        }
        boolean hidden = pair.verdict().undetermined().stream().anyMatch(missing -> hides(missing, alone, words));
        return hidden ? UNDETERMINED : MISSED;
    }

    static boolean isRetold(Finding finding, ScenarioFindings... others) {
        return finding.evidence().stream().allMatch(line -> Set.of(others).stream()
                .flatMap(other -> other.verdict().findings().stream())
                .flatMap(other -> other.evidence().stream())
                .anyMatch(told -> isSame(told, line)));
    }

    /** The same service of the same node counts, in whatever state the other scenario left it. */
    private static boolean isSame(Evidence one, Evidence other) {
        return Objects.equals(one.node(), other.node())
                && one.command().equals(other.command())
                && one.text().split("\\[")[0].equals(other.text().split("\\[")[0]);
    }

    private static boolean hides(Undetermined missing, Finding alone, String words) {
        Set<String> facts = FACTS.get(alone.code());
        return facts == null
                ? missing.node() != null && words.endsWith(" " + missing.node())
                : facts.contains(missing.fact());
    }
}
