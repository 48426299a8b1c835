package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The logs of a node. */
public final class NodeLogs {
    private static final String FOLDER = "/var/log/active/";
    private static final Duration NEWEST = Duration.ofMinutes(7);
    private static final Duration APART = Duration.ofHours(9);
    private static final int FILES = 3;
    private static final int LINES = 40;

    private final NodeState node;
    private final Instant now;

    /** The logs of a node at a moment. */
    public NodeLogs(World world, NodeState node) {
        this.node = node;
        this.now = world.now();
    }

    record Spec(String name, String path, List<Product> on, boolean system) {}

    /**
     * A log file.
     *
     * @param path from the root
     * @param modified when it was written last
     * @param text what stands in it
     */
    public record LogFile(String path, Instant modified, String text) {
        /** The name without folders. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** The names of the node's logs, either of its services or of the system. */
    public List<String> names(boolean system) {
        return specs().filter(spec -> spec.system == system).map(Spec::name).toList();
    }

    /** The files of a log, the newest first; none where the node has no such log. */
    public List<LogFile> files(String log) {
        List<LogFile> files = new ArrayList<>();
        specs().filter(spec -> spec.name.equals(log)).forEach(spec -> {
            for (int i = 0; i < FILES; i++) {
                files.add(file(spec, FILES - i, now.minus(NEWEST).minus(APART.multipliedBy(i))));
            }
        });
        return files;
    }

    /** The file of that path. */
    public Optional<LogFile> find(String path) {
        return specs().flatMap(spec -> files(spec.name).stream())
                .filter(file -> file.path.equals(path))
                .findFirst();
    }

    private LogFile file(Spec spec, int number, Instant modified) {
        int point = spec.path.lastIndexOf('.');
        String path =
                FOLDER + spec.path.substring(0, point) + String.format("%08d", number) + spec.path.substring(point);
        StringBuilder text = new StringBuilder();
        for (int line = LINES; line > 0; line--) {
            text.append(modified.minusSeconds(line * 3L))
                    .append(" | ")
                    .append(node.name)
                    .append(" | ")
                    .append(spec.name)
                    .append(node.runs(spec.name) ? " is working" : " has nothing to tell")
                    .append('\n');
        }
        if (node.traces.containsKey(spec.name)) {
            text.append(modified)
                    .append(" | ")
                    .append(node.traces.get(spec.name))
                    .append('\n');
        }
        return new LogFile(path, modified, text.toString());
    }

    private Stream<Spec> specs() {
        return Resources.list("logs.yaml", Spec.class).stream().filter(spec -> spec.on.contains(node.role.product()));
    }
}
