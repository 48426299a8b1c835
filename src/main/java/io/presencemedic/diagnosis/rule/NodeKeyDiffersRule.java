package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A node has another key on its own side than in CUCM, as after a rebuild of its entry (G4). */
final class NodeKeyDiffersRule implements Rule {
    private static final String NAME = "name";
    private static final String KEY = "pkid";

    @Override
    public RuleResult look(RuleContext facts) {
        List<Fact.Known<SqlTable>> tables = Stream.of(FactKey.PROCESS_NODES, FactKey.NODE_KEYS)
                .flatMap(topic -> facts.known(topic).stream())
                .filter(fact -> fact.value().has(NAME) && fact.value().has(KEY))
                .toList();
        Map<String, Set<String>> keys = new TreeMap<>();
        tables.forEach(
                fact -> keys(fact.value()).forEach((name, key) -> keys.computeIfAbsent(name, any -> new TreeSet<>())
                        .add(key)));
        return RuleResult.of(keys.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> draft(facts.hosts().name(entry.getKey()), tables)));
    }

    private static Map<String, String> keys(SqlTable table) {
        Map<String, String> keys = new HashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            String name = table.value(row, NAME);
            String key = table.value(row, KEY);
            if (name != null && key != null && !name.isBlank() && !key.isBlank()) {
                keys.put(LetterCase.lower(name), LetterCase.lower(key));
            }
        }
        return keys;
    }

    private static FindingDraft draft(String name, List<Fact.Known<SqlTable>> tables) {
        return FindingDraft.of(
                        SyncAgentCheck.NODE_KEY_DIFFERS,
                        DocumentRef.G4,
                        Severity.CRITICAL,
                        name + " has another key in CUCM's table of nodes than in its own, as after a rebuild: the Sync"
                                + " Agent does not run with it. The IM and Presence nodes have to be restored from a backup"
                                + " (DRS), with TAC; where their entries were removed from CUCM, the whole cluster.")
                .everywhere()
                .on(List.of(name))
                .evidence(tables.stream().map(table -> table.heard().evidence()).toList())
                .defect(DefectId.SYNC_AGENT_REBUILT);
    }
}
