package io.presencemedic.simulator.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the cluster's state in a file that is whole at every moment, also when the process is killed. */
final class StateFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private final @Nullable Path file;
    private byte[] written = {};

    /** @param file where the state is kept; null to keep it nowhere */
    StateFile(@Nullable Path file) {
        this.file = file;
    }

    /** What was kept; empty where nothing was, or not in a form that this version understands. */
    Optional<ClusterState> load() {
        try {
            return file != null && Files.exists(file)
                    ? Optional.of(JSON.readValue(file.toFile(), ClusterState.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void save(ClusterState cluster) {
        if (file == null) {
            return;
        }
        try {
            byte[] bytes = JSON.writeValueAsBytes(cluster);
            if (!Arrays.equals(bytes, written)) {
                Path next = file.resolveSibling(file.getFileName() + ".next");
                Files.write(next, bytes);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                written = bytes;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot keep its state in " + file + ".", e);
        }
    }
}
