package io.presencemedic.k8s;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The metrics that alerts and dashboard ask for. */
public final class NamedMetrics {
    private static final Pattern NAME = Pattern.compile("\\b(?:medic|http_server|jvm|process)_[a-z_]+\\b");
    private static final Path FOLDER = Path.of("k8s/overlays/monitoring");

    private NamedMetrics() {}

    /** Their names as Prometheus knows them. */
    public static Set<String> all() throws IOException {
        Set<String> names = new TreeSet<>();
        List<String> expressions = new ArrayList<>();
        Manifests.YAML
                .readTree(FOLDER.resolve("rules.yaml").toFile())
                .findValues("expr")
                .forEach(each -> expressions.add(each.asText()));
        new ObjectMapper()
                .readTree(FOLDER.resolve("dashboard.json").toFile())
                .findValues("expr")
                .forEach(each -> expressions.add(each.asText()));
        expressions.forEach(each -> NAME.matcher(each).results().forEach(found -> names.add(found.group())));
        return names;
    }
}
