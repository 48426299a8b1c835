package io.presencemedic.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The faults that are switched on: those added here, and those in a file that is read again whenever it changes, so
 * that another process can switch them too.
 */
public final class Faults {
    private static final System.Logger LOG = System.getLogger(Faults.class.getName());
    private static final YAMLMapper YAML =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    private final Path file;
    private final List<Fault> added = new ArrayList<>();
    private final Map<Fault, Integer> counts = new HashMap<>();
    private List<Fault> inFile = List.of();
    private @Nullable Object fileVersion;

    Faults(Path file) {
        this.file = file;
    }

    /** Switches a fault on. */
    public synchronized void add(Fault fault) {
        added.add(fault);
        counts.remove(fault);
    }

    /** Switches a fault off that was added here. */
    public synchronized void remove(Fault fault) {
        added.remove(fault);
    }

    /** Switches all faults off, those in the file included. */
    public synchronized void clear() throws IOException {
        added.clear();
        counts.clear();
        Files.deleteIfExists(file);
    }

    /** All faults that are switched on, also those that have struck as often as they should. */
    public synchronized List<Fault> all() {
        read();
        return Stream.concat(added.stream(), inFile.stream()).toList();
    }

    /** Whether a fault that is no matter of single commands is on at a node. */
    public boolean isOn(String node, Channel channel, FaultKind kind) {
        return all().stream().anyMatch(fault -> fault.kind() == kind && fault.concerns(node, channel));
    }

    /** Counts a command or operation, and says which faults strike it. */
    public synchronized List<Fault> strike(String node, Channel channel, String text) {
        return all().stream()
                .filter(fault -> fault.concerns(node, channel, text))
                .filter(fault -> fault.strikes(counts.merge(fault, 1, Integer::sum)))
                .toList();
    }

    private void read() {
        Object version = version();
        if (version.equals(fileVersion)) {
            return;
        }
        fileVersion = version;
        try {
            inFile = Files.exists(file)
                    ? List.copyOf(YAML.readValue(file.toFile(), new TypeReference<List<Fault>>() {}))
                    : List.of();
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The faults in {0} are not understood, so none of them is on: {1}",
                    file,
                    e.getMessage());
            inFile = List.of();
        }
    }

    private Object version() {
        try {
            return List.of(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            return "absent";
        }
    }
}
