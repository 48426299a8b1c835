package io.presencemedic.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The logs of a node. */
public final class SimulatedNodeLogs {
    private static final Duration NEWEST = Duration.ofMinutes(7);
    private static final Duration APART = Duration.ofHours(9);
    private static final int FILES = 3;
    private static final int LINES = 40;

    private final SimulatedNodeState node;
    private final Instant now;

    /** The logs of a node at a moment. */
    public SimulatedNodeLogs(World world, SimulatedNodeState node) {
        this.node = node;
        this.now = world.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * A log.
     *
     * @param path of its files below the folder of active logs; the file's number comes before the ending
     * @param system whether it is listed among the logs of the system
     * @param packed whether its oldest file is packed
     * @param lines what stands in it besides the usual
     */
    record Spec(
            String name, String path, List<SimulatedProduct> on, boolean system, boolean packed, List<String> lines) {
        Spec {
            lines = List.copyOf(Objects.requireNonNullElse(lines, List.of()));
        }
    }

    /** The names of the node's logs, either of its services or of the system. */
    public List<String> names(boolean system) {
        return specs().filter(spec -> spec.system == system).map(Spec::name).toList();
    }

    /** The files of a log, the newest first; none where the node has no such log. */
    public List<NodeFile> files(String log) {
        List<NodeFile> files = new ArrayList<>();
        specs().filter(spec -> spec.name.equals(log)).forEach(spec -> {
            for (int i = 0; i < FILES; i++) {
                files.add(file(spec, FILES - i, now.minus(NEWEST).minus(APART.multipliedBy(i))));
            }
        });
        return files;
    }

    Optional<NodeFile> find(String path) {
        return specs().flatMap(spec -> files(spec.name).stream())
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    private NodeFile file(Spec spec, int number, Instant modified) {
        return NodeFile.text(path(spec, number), modified, lines(spec, modified));
    }

    private static String path(Spec spec, int number) {
        int point = spec.path.lastIndexOf('.');
        return NodeFile.FOLDER
                + spec.path.substring(0, point)
                + String.format("%08d", number)
                + spec.path.substring(point)
                + (spec.packed && number == 1 ? ".gz" : "");
    }

    private List<String> lines(Spec spec, Instant modified) {
        List<String> lines = new ArrayList<>();
        String usual = node.runs(spec.name) ? " is working" : " has nothing to tell";
        for (int line = LINES; line > 0; line--) {
            lines.add(modified.minusSeconds(line * 3L) + " | " + node.name + " | " + spec.name + usual);
        }
        lines.addAll(spec.lines);
        if (node.traces.containsKey(spec.name)) {
            lines.add(modified + " | " + node.traces.get(spec.name));
        }
        return lines;
    }

    private Stream<Spec> specs() {
        return Resources.list("logs.yaml", Spec.class).stream().filter(spec -> spec.on.contains(node.role.product()));
    }
}
