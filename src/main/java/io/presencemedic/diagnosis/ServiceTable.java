package io.presencemedic.diagnosis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The services that are not as they should be, for a person: a row for each, a column for each node. */
final class ServiceTable {
    private static final String AS_IT_SHOULD_BE = ".";
    private static final String NOT_KNOWN = "?";

    private final List<ServicesOfNode> nodes;

    ServiceTable(List<ServicesOfNode> nodes) {
        this.nodes = nodes;
    }

    String text() {
        Set<String> services = new LinkedHashSet<>();
        nodes.forEach(node -> node.notAsTheyShouldBe().forEach(row -> services.add(row.name())));
        StringBuilder text = new StringBuilder(
                row("", nodes.stream().map(ServicesOfNode::name).toList(), services));
        for (String service : services) {
            text.append(row(
                    service, nodes.stream().map(node -> state(node, service)).toList(), services));
        }
        text.append(row("started", nodes.stream().map(ServiceTable::started).toList(), services));
        nodes.stream()
                .filter(node -> node.unknown() != null)
                .forEach(node -> text.append("%s: not %s known: %s%n"
                        .formatted(node.name(), node.services() == null ? "" : "all", node.unknown())
                        .replace("  ", " ")));
        return text.toString();
    }

    private String row(String heading, List<String> cells, Set<String> services) {
        int first = services.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder line = new StringBuilder(pad(heading, Math.max(first, "started".length())));
        for (int i = 0; i < cells.size(); i++) {
            line.append("  ").append(pad(cells.get(i), width(i, services)));
        }
        return line.toString().stripTrailing() + "\n";
    }

    private int width(int column, Set<String> services) {
        ServicesOfNode node = nodes.get(column);
        int widest = services.stream()
                .mapToInt(service -> state(node, service).length())
                .max()
                .orElse(0);
        return Math.max(Math.max(widest, node.name().length()), started(node).length());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String state(ServicesOfNode node, String service) {
        Optional<ServicesOfNode.ServiceRow> row = node.notAsTheyShouldBe().stream()
                .filter(candidate -> candidate.name().equals(service))
                .findFirst();
        return row.map(found -> found.state() + reason(found))
                .orElse(node.services() == null ? NOT_KNOWN : AS_IT_SHOULD_BE);
    }

    private static String reason(ServicesOfNode.ServiceRow row) {
        return row.reason() == null
                ? ""
                : " (" + row.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }

    private static String started(ServicesOfNode node) {
        return node.services() == null ? NOT_KNOWN : node.started() + " of " + node.services();
    }
}
