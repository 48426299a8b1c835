package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.cli.QueryTables;
import io.presencemedic.cisco.soap.ProcessNode;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An IM and Presence node is not in CUCM's server list (D7.3). */
final class NotInServerListRule implements Rule {
    private record Listed(List<String> names, CommandEvidence heard) {}

    @Override
    public RuleResult look(RuleContext facts) {
        HostNames hosts = facts.hosts();
        List<Listed> lists = lists(facts);
        return RuleResult.of(presenceNodes(facts)
                .filter(row -> !lists.isEmpty() && lists.stream().noneMatch(list -> lists(hosts, list, row)))
                .map(row -> hosts.name(row.name()))
                .distinct()
                .map(name -> draft(name, lists)));
    }

    private static List<Listed> lists(RuleContext facts) {
        List<Listed> lists = new ArrayList<>();
        facts.known(FactKey.SERVERS)
                .forEach(fact -> lists.add(new Listed(
                        fact.value().servers().stream().map(ProcessNode::name).toList(), fact.heard())));
        facts.known(FactKey.PROCESS_NODES).stream()
                .filter(NotInServerListRule::isWhole)
                .forEach(fact -> lists.add(new Listed(names(fact.value()), fact.heard())));
        return lists;
    }

    /** A query for some of the servers proves nothing about the others. */
    private static boolean isWhole(Fact.Known<SqlTable> fact) {
        return fact.value().has("name")
                && !QueryTables.of(fact.heard().command()).narrowed();
    }

    private static List<String> names(SqlTable table) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.value(row, "name"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** By the platform's own names, since the inventory may call nodes as it likes. */
    private static Stream<ClusterNode> presenceNodes(RuleContext facts) {
        return facts.known(FactKey.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(ClusterNode::presence);
    }

    private static boolean lists(HostNames hosts, Listed list, ClusterNode row) {
        return list.names.stream()
                .anyMatch(name -> HostNames.isAmong(HostNames.names(row), name) || hosts.same(row.name(), name));
    }

    private static FindingDraft draft(String name, List<Listed> lists) {
        return FindingDraft.of(
                        SyncAgentCheck.NOT_IN_SERVER_LIST,
                        DocumentRef.D7_3,
                        Severity.CRITICAL,
                        name
                                + " is not in CUCM's server list. The server must be rebuilt; adding it again does not help,"
                                + " since each entry gets a new id.")
                .everywhere()
                .remediedWithItsSymptom()
                .on(List.of(name))
                .evidence(lists.stream().map(list -> list.heard().evidence()).toList());
    }
}
