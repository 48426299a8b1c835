package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.Version;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CUCM and IM and Presence do not run one version, from 11 on up to the service update (D7.1). */
final class VersionMismatchRule implements Rule {
    private record Installed(Optional<String> node, Version version, Evidence evidence) {
        String words() {
            return node.map(name -> name + " runs ").orElse("") + version;
        }
    }

    @Override
    public RuleResult look(RuleContext facts) {
        List<Installed> all =
                facts.nodes().stream().flatMap(VersionMismatchRule::of).toList();
        boolean differ =
                all.stream().anyMatch(one -> all.stream().anyMatch(other -> !one.version.matches(other.version)));
        return RuleResult.of(differ ? Stream.of(draft(all)) : Stream.empty());
    }

    /** Where the command line of CUCM does not tell, its web service does. */
    private static Stream<Installed> of(NodeFacts node) {
        Optional<Installed> own = node.known(FactKey.VERSION).map(fact -> {
            Version version = fact.value().version();
            return new Installed(HostNames.label(node), version, fact.heard().evidence(version.toString()));
        });
        return own
                .or(() -> node.known(FactKey.AXL).flatMap(fact -> Version.parse(
                                fact.value().version())
                        .map(version -> new Installed(
                                HostNames.label(node), version, fact.heard().evidence(version.toString())))))
                .stream();
    }

    private static FindingDraft draft(List<Installed> all) {
        return SyncAgentCheck.draft(
                        SyncAgentCheck.VERSION_MISMATCH,
                        DocumentRef.D7_1,
                        "CUCM and IM and Presence do not run one version and service update: "
                                + all.stream().map(Installed::words).distinct().collect(Collectors.joining(", "))
                                + ". Bring all nodes to one.")
                .evidence(all.stream().map(Installed::evidence).toList());
    }
}
