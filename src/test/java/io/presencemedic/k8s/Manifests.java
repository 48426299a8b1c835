package io.presencemedic.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.presencemedic.InstalledTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The manifests of a folder as {@code kubectl apply -k} would send them. */
record Manifests(List<JsonNode> all) {
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<Path, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();

    /** A copy of its own for each caller; the folder is rendered once. */
    static Manifests of(Path folder) throws IOException, InterruptedException {
        if (!RENDERED.containsKey(folder)) {
            RENDERED.put(folder, render(folder));
        }
        return new Manifests(
                RENDERED.get(folder).stream().<JsonNode>map(JsonNode::deepCopy).toList());
    }

    private static List<JsonNode> render(Path folder) throws IOException, InterruptedException {
        String rendered = InstalledTool.run(
                "kubectl is missing: https://kubernetes.io/docs/tasks/tools",
                folder,
                "kubectl",
                "kustomize",
                "--load-restrictor=LoadRestrictionsRootOnly",
                ".");
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(rendered)) {
            return documents.readAll();
        }
    }

    JsonNode only(String kind) {
        List<JsonNode> found = all.stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + kind);
        }
        return found.get(0);
    }

    boolean has(String kind) {
        return all.stream().anyMatch(each -> each.path("kind").asText().equals(kind));
    }
}
