package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import io.presencemedic.simulator.model.Scenarios;
import io.presencemedic.simulator.model.SimulatedCluster;
import java.time.*;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

class ScenarioTableTest {
    static long R, F, L;
    static final List<String> NODES = List.of("cucm-pub", "imp-pub", "imp-sub");

    static String key(Finding f) {
        return f.code() + "@" + subject(f);
    }

    static String subject(Finding f) {
        return NODES.stream().filter(n -> f.summary().contains(n)).min(Comparator.comparing(n -> f.summary().indexOf(n))).orElse("-");
    }

    static Verdict verdict(SimulatedCluster cluster, List<String> names) {
        long a = System.nanoTime();
        cluster.reset(names);
        long b = System.nanoTime();
        ClusterFacts f = collect(cluster);
        long c = System.nanoTime();
        Verdict v = Rules.look(f);
        R += b - a; F += c - b; L += System.nanoTime() - c;
        return v;
    }

    static ClusterFacts collect(SimulatedCluster cluster) {
        try { return FactCollector.collect(new SimulatedLook(cluster), Duration.ofMinutes(1)); } catch (Exception e) { throw new RuntimeException(e); }
    }

    static class Ticking extends Clock {
        Instant now = Instant.parse("2026-03-02T22:00:00Z");
        public Instant instant() { return now; }
        public ZoneId getZone() { return ZoneOffset.UTC; }
        public Clock withZone(ZoneId z) { return this; }
    }

    @Test
    void dump() throws Exception {
        Ticking clock = new Ticking();
        SimulatedCluster cluster = SimulatedCluster.passing(List.of("healthy"), clock);
        Map<String, Set<String>> single = new LinkedHashMap<>();
        Map<String, ScenarioThings> things = new HashMap<>();
        for (String name : Scenarios.names()) {
            things.put(name, ScenarioThings.of(name));
            Verdict v = verdict(cluster, List.of(name));
            single.put(name, v.findings().stream().map(ScenarioTableTest::key).collect(Collectors.toCollection(TreeSet::new)));
            clock.now = clock.now.plus(Duration.ofHours(1));
            Verdict later = Rules.look(collect(cluster));
            Set<String> settled = later.findings().stream().map(ScenarioTableTest::key).collect(Collectors.toCollection(TreeSet::new));
            System.out.println("S " + name + " -> " + v.findings().stream().map(f -> f.item() + " " + key(f)).toList() + (settled.equals(single.get(name)) ? "" : "   LATER " + settled));
        }
        List<String> names = Scenarios.names();
        long t = System.nanoTime();
        int n = 0, chain = 0, undone = 0, missing = 0, extra = 0;
        Map<String,Integer> kinds = new TreeMap<>();
        for (int i = 0; i < names.size() && i < 6; i++) for (int j = i + 1; j < names.size(); j++) {
            String a = names.get(i), b = names.get(j);
            Verdict v = verdict(cluster, List.of(a, b));
            n++;
            Set<String> found = v.findings().stream().map(ScenarioTableTest::key).collect(Collectors.toSet());
            Set<String> wanted = new TreeSet<>(single.get(a)); wanted.addAll(single.get(b));
            for (String k : wanted) if (!found.contains(k)) {
                String code = k.substring(0, k.indexOf('@')), node = k.substring(k.indexOf('@') + 1);
                Optional<Finding> by = v.findings().stream().filter(f -> f.causes().contains(code)).findFirst();
                if (by.isPresent()) { chain++; kinds.merge("C " + code + " <- " + by.get().code(), 1, Integer::sum); }
                else if (things.get(a).contradict(things.get(b))) { undone++; kinds.merge("U " + code, 1, Integer::sum); }
                else if (v.undetermined().stream().anyMatch(u -> node.equals(u.node()) || code.startsWith("SYNC_AGENT") && u.fact().matches("SYNC_AGENT_CONFIG|APPLICATION_USER") || code.startsWith("SUBCL") && u.fact().equals("ENTERPRISE_NODES"))) { kinds.merge("? " + code, 1, Integer::sum); }
                else { missing++; System.out.println("M " + a + " + " + b + ": " + k + " found " + found); }
            }
            for (String k : found) if (!wanted.contains(k)) { extra++; System.out.println("X " + a + " + " + b + ": " + k); }
        }
        System.out.println("T reset " + R/1000000 + " facts " + F/1000000 + " rules " + L/1000000);
        System.out.println("T " + n + " pairs " + (System.nanoTime() - t) / 1000000 + " ms, chain " + chain + " undone " + undone + " missing " + missing + " extra " + extra);
        kinds.forEach((k, c) -> System.out.println("K " + k + " " + c));
    }
}
