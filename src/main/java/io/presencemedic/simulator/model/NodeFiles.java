package io.presencemedic.simulator.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All files that a node hands out: those of its logs and those that commands left on it. */
public final class NodeFiles {
    private final World world;
    private final SimulatedNodeState node;

    /** The files of a node at a moment. */
    public NodeFiles(World world, SimulatedNodeState node) {
        this.world = world;
        this.node = node;
    }

    /**
     * What commands leave.
     *
     * @param name a part of the file's name
     * @param lines its text, unless others are packed in it
     * @param packed the files packed in it, with their lines
     */
    record Left(String name, List<String> lines, Map<String, List<String>> packed) {
        Left {
            lines = lines == null ? List.of() : List.copyOf(lines);
            packed = packed == null ? Map.of() : packed;
        }
    }

    /**
     * Takes note that a command left a file.
     *
     * @param path below the folder of active logs
     */
    public void leave(String path) {
        node.left.put(full(path), world.now());
    }

    /**
     * The file of that path; empty where there is none.
     *
     * @param path from the root, or below the folder of active logs
     */
    public Optional<NodeFile> find(String path) {
        String full = full(path);
        Optional<NodeFile> log = new SimulatedNodeLogs(world, node).find(full);
        if (log.isPresent()) {
            return log;
        }
        NodeFile report = ReplicationReport.of(node).file();
        return report.path().equals(full)
                ? Optional.of(report)
                : Optional.ofNullable(node.left.get(full)).flatMap(moment -> left(full, moment));
    }

    private static Optional<NodeFile> left(String path, Instant moment) {
        return Resources.list("left.yaml", Left.class).stream()
                .filter(left -> path.contains(left.name))
                .findFirst()
                .map(left -> file(left, path, moment));
    }

    private static NodeFile file(Left left, String path, Instant moment) {
        if (left.packed.isEmpty()) {
            return NodeFile.text(path, moment, left.lines);
        }
        List<NodeFile> files = new ArrayList<>();
        left.packed.forEach((name, lines) -> files.add(NodeFile.text(name, moment, lines)));
        return NodeFile.archive(path, moment, files);
    }

    private static String full(String path) {
        return path.startsWith("/var/log/") ? path : NodeFile.FOLDER + path.replaceFirst("^/+", "");
    }
}
