package io.presencemedic.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Everything that the nodes were told, in order; also appended to a file, so that another process can ask. */
public final class Journal {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path file;
    private final List<JournalEntry> heard = new ArrayList<>();

    Journal(Path file) {
        this.file = file;
    }

    /** Takes note of something. */
    public synchronized void add(JournalEntry entry) {
        heard.add(entry);
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(entry) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot write " + file + ".", e);
        }
    }

    synchronized List<JournalEntry> all() {
        return List.copyOf(heard);
    }

    synchronized void clear() throws IOException {
        heard.clear();
        Files.deleteIfExists(file);
    }
}
