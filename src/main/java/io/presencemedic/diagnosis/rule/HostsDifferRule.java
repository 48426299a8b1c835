package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HostsFile;
import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.NameList;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The nodes' own tables of hosts lead one name to different addresses, with which replication cannot work (G5). */
final class HostsDifferRule implements Rule {
    /** A node's own name may lead to itself there. */
    private static final String LOOPBACK = "127.";

    private static final int MOST_NAMED = 4;

    @Override
    public RuleResult look(RuleContext facts) {
        List<Fact.Known<HostsFile>> tables = facts.known(FactKey.HOSTS);
        Map<String, Set<String>> first = new HashMap<>();
        Set<String> differing = new TreeSet<>();
        tables.forEach(table -> addresses(table.value()).forEach((name, addresses) -> {
            Set<String> before = first.putIfAbsent(name, addresses);
            if (before != null && !before.equals(addresses)) {
                differing.add(name);
            }
        }));
        return differing.isEmpty() ? RuleResult.of(Stream.empty()) : found(differing, tables);
    }

    /** Those of the fourth version: not every node has others. */
    private static Map<String, Set<String>> addresses(HostsFile table) {
        Map<String, Set<String>> addresses = new HashMap<>();
        for (HostsFile.Entry entry : table.entries()) {
            if (entry.address().contains(".") && !entry.address().startsWith(LOOPBACK)) {
                entry.names().forEach(name -> addresses
                        .computeIfAbsent(LetterCase.lower(name), any -> new HashSet<>())
                        .add(entry.address()));
            }
        }
        return addresses;
    }

    private static RuleResult found(Set<String> names, List<Fact.Known<HostsFile>> tables) {
        return RuleResult.of(Stream.of(FindingDraft.of(
                        "HOSTS_DIFFER",
                        DocumentRef.G5,
                        Severity.ERROR,
                        "The nodes' own tables of hosts lead "
                                + NameList.of(List.copyOf(names), MOST_NAMED)
                                + " to different addresses, with which replication cannot be set up: restart Cluster"
                                + " Manager, then A Cisco DB, on the node whose table is wrong.")
                .everywhere()
                .evidence(tables.stream().map(table -> table.heard().evidence()).toList())
                .byHand(null, "utils service restart Cluster Manager")
                .byHand(null, "utils service restart A Cisco DB")));
    }
}
