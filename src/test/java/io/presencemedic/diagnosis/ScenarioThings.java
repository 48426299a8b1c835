package io.presencemedic.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a scenario sets to what. Two scenarios that set the same thing to different values contradict each other: only
 * one of them can be so, and nobody can find what is not there.
 *
 * @param values values by thing, such as {@code imp-sub Cisco Sync Agent}
 */
record ScenarioThings(Map<String, String> values) {
    private static final String ENGINE = " Cisco Presence Engine";
    /** What a node's own key is compared with (G4). */
    private static final String KEY = "key ";
    /** What holds services in STARTING while replication is not set up (G6). */
    private static final String MONITOR = " replication-sync monitor";

    static ScenarioThings of(String scenario) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ScenarioThings.class.getResourceAsStream("/simulator/scenarios/" + scenario + ".yaml"), scenario)) {
            Map<String, String> values = new LinkedHashMap<>();
            new YAMLMapper().readTree(in).path("changes").forEach(change -> change.fields()
                    .forEachRemaining(entry -> read(values, entry.getKey(), entry.getValue())));
            if (values.containsKey("imp-pub" + ENGINE) && values.containsKey("imp-sub" + ENGINE)) {
                values.putIfAbsent("pair", "both nodes");
            }
            return new ScenarioThings(values);
        }
    }

    private static void read(Map<String, String> values, String kind, JsonNode change) {
        String node = change.path("node").asText();
        switch (kind) {
            case "services" ->
                change.path("named")
                        .forEach(name -> values.put(
                                node + " " + name.asText(),
                                change.path("state").asText()
                                        + change.path("note").asText()));
            case "upsetByJoining" ->
                Stream.of("imp-pub", "imp-sub").forEach(name -> values.put(name + ENGINE, "STOPPEDNOT_RUNNING"));
            case "highAvailability", "member" -> values.put("group", change.toString());
            case "configuredHighAvailability" -> values.put("group", "only configured " + change);
            case "controlCenterSays" ->
                change.path("named").forEach(name -> values.put(node + " " + name.asText(), "STARTED"));
            case "leftGroup" -> {
                values.put("group", "{\"on\":false}");
                values.put("pair", "without " + node);
                values.put(node + " subcluster", "null");
            }
            case "bound" ->
                values.put(node + " subcluster", change.path("subcluster").asText());
            case "version" ->
                change.path("nodes")
                        .forEach(name -> values.put(
                                name.asText() + " version",
                                change.path("version").asText()));
            case "replication" -> values.put(node + " replication", change.toString());
            case "monitor" -> values.put(node + MONITOR, change.path("on").asText());
            case "restarted" -> {
                values.put(node + ENGINE, "STARTING");
                if (values.containsKey(node + " replication")) {
                    values.put(node + MONITOR, "true");
                }
            }
            case "ownKey" -> values.put(KEY + node, "another than in CUCM");
            case "not" -> notSo(values, node, change.path("quality").asText());
            case "syncAgent" ->
                change.fields()
                        .forEachRemaining(field -> values.put(
                                "sync agent " + field.getKey(), field.getValue().asText()));
            default -> {
                // It adds something that no other scenario sets to another value.
            }
        }
    }

    /** Who is not in the view can be neither authenticated in it nor not. */
    private static void notSo(Map<String, String> values, String node, String quality) {
        if (quality.equals("SEEN") || quality.equals("AUTHENTICATED")) {
            values.put(node + " in view", quality);
        }
        if (quality.equals("LISTED")) {
            values.put(KEY + node, "none in CUCM");
        }
        if (quality.equals("UP") && node.startsWith("cucm")) {
            Stream.of("imp-pub", "imp-sub").forEach(each -> values.put(KEY + each, "not told by CUCM"));
        }
    }

    /** Whether both set something on which a finding rests to different values. */
    boolean contradict(ScenarioThings other, String code, String words) {
        return values.entrySet().stream()
                .filter(entry -> concerns(entry.getKey(), code, words))
                .anyMatch(entry -> other.values.containsKey(entry.getKey())
                        && !other.values.get(entry.getKey()).equals(entry.getValue()));
    }

    private static boolean concerns(String thing, String code, String words) {
        String owner = thing.split(" ")[0];
        return switch (owner) {
            case "group" -> code.startsWith("HIGH_AVAILABILITY");
            case "pair" -> code.equals("PRESENCE_ENGINE_DOWN_ON_BOTH_NODES");
            case "key" -> code.equals("NODE_KEY_DIFFERS");
            case "sync" -> code.startsWith("SYNC_AGENT");
            default ->
                words.endsWith(" " + owner) || code.equals("SUBCLUSTER_MISMATCH") || code.equals("VERSION_MISMATCH");
        };
    }
}
