package io.presencemedic.mcp;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Calls of tools by chance, the same in each run: with what fits, with what nearly fits, and with what is meant ill.
 */
final class RandomCalls {
    /** How often each tool is called, in parts of their sum. */
    static final Map<String, Integer> WEIGHTS = new TreeMap<>(Map.ofEntries(
            Map.entry("list_clusters", 8),
            Map.entry("show_cluster", 8),
            Map.entry("list_left_off", 8),
            Map.entry("diagnose", 2),
            Map.entry("latest_diagnosis", 8),
            Map.entry("show_diagnosis", 8),
            Map.entry("analyse_log", 8),
            Map.entry("list_runbooks", 6),
            Map.entry("plan_runbook", 8),
            Map.entry("show_job", 16),
            Map.entry("execute_plan", 20),
            Map.entry("collect_evidence", 1),
            Map.entry("show_evidence", 8)));

    private static final List<String> RUNBOOKS = List.of(
            "recover",
            "service-restart",
            "service-start",
            "service-activate",
            "high-availability-disable",
            "high-availability-failover",
            "replication-sync-monitor-disable",
            "network-services-down",
            "stopped-services-start",
            "diagnosis",
            "nonsense");
    private static final List<String> NODES = List.of("imp-pub", "imp-sub", "cucm-pub", "nobody");
    private static final List<String> ILL = List.of(
            "",
            "'; drop table job; --",
            "imp-sub\nutils service stop Cisco Tomcat",
            "utils service restart Cisco SIP Proxy",
            "../../api/v1/keys",
            "\u0000",
            "x".repeat(5_000),
            "${jndi:ldap://x}",
            "*");

    private final McpSession agent;
    private final String cluster;
    private final Random random;
    private final List<String> ids = new ArrayList<>();
    private final List<String[]> plans = new ArrayList<>();
    private final Map<String, int[]> answered = new TreeMap<>();

    /** @param seed the same calls in each run, and others than those of another agent */
    RandomCalls(McpSession agent, String cluster, long seed) {
        this.random = new Random(seed);
        this.agent = agent;
        this.cluster = cluster;
        ids.add("0190a5c2-3c5a-7d3e-8f00-0123456789ab");
    }

    /** How many calls of each tool went well, and how many were refused. */
    Map<String, int[]> answered() {
        return answered;
    }

    void call() {
        String tool = tool();
        McpSession.Answer answer = agent.call(tool, arguments(tool));
        answered.computeIfAbsent(tool, fresh -> new int[2])[answer.isError() ? 1 : 0]++;
        if (!answer.isError()) {
            remember(answer.document());
        }
    }

    private String tool() {
        int at = random.nextInt(
                WEIGHTS.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<String, Integer> each : WEIGHTS.entrySet()) {
            at -= each.getValue();
            if (at < 0) {
                return each.getKey();
            }
        }
        throw new AssertionError();
    }

    private void remember(JsonPath document) {
        String id = document.getString("id");
        if (id == null) {
            return;
        }
        if (!ids.contains(id)) {
            ids.add(id);
        }
        if (document.getString("planHash") != null) {
            plans.add(new String[] {id, document.getString("planHash")});
        }
    }

    private Map<String, Object> arguments(String tool) {
        Map<String, Object> all = new LinkedHashMap<>();
        String[] plan = plans.isEmpty() ? new String[] {ids.get(0), "0".repeat(64)} : pick(plans);
        switch (tool) {
            case "list_clusters", "list_runbooks" -> all.put("limit", random.nextInt(60) - 5);
            case "analyse_log" -> all.put("log", "admin:utils service list\n" + pick(ILL) + "\nadmin:");
            case "show_job" -> all.put("job", pick(ids));
            case "show_diagnosis" -> all.put("diagnosis", pick(ids));
            case "show_evidence" -> all.put("bundle", pick(ids));
            case "collect_evidence" -> all.put("kind", pick(List.of("E-NETWORK", "E-ICSA", "E-MAIL")));
            case "plan_runbook" -> plan(all);
            case "execute_plan" -> {
                all.put("plan", plan[0]);
                all.put("planHash", plan[1]);
                all.put("reason", "tried");
            }
            default -> {
                // No more than the cluster.
            }
        }
        if (!List.of("list_clusters", "list_runbooks", "analyse_log", "execute_plan")
                                .contains(tool)
                        && !tool.startsWith("show_")
                || tool.equals("show_cluster")) {
            all.put("cluster", cluster);
        }
        return spoilt(all);
    }

    private void plan(Map<String, Object> all) {
        all.put("runbook", pick(RUNBOOKS));
        if (random.nextBoolean()) {
            all.put("node", pick(NODES));
            all.put("parameters", Map.of("service", pick(List.of("Cisco SIP Proxy", "Cisco Tomcat", "reboot"))));
        }
    }

    /** One call in four has an argument that is not there, of another kind, or meant ill. */
    private Map<String, Object> spoilt(Map<String, Object> all) {
        if (all.isEmpty() || random.nextInt(4) > 0) {
            return all;
        }
        String argument = pick(List.copyOf(all.keySet()));
        switch (random.nextInt(4)) {
            case 0 -> all.remove(argument);
            case 1 -> all.put(argument, random.nextInt());
            case 2 -> all.put("mode", "EXECUTE");
            default -> all.put(argument, pick(ILL));
        }
        return all;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
