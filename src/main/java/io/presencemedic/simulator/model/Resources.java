package io.presencemedic.simulator.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The YAML files that are part of the simulator. */
final class Resources {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Resources() {}

    static <T> T read(String name, Class<T> type) {
        return read(name, YAML.constructType(type));
    }

    static <T> List<T> list(String name, Class<T> type) {
        return read(name, YAML.getTypeFactory().constructCollectionType(List.class, type));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // Both callers made the type from T.
    private static <T> T read(String name, JavaType type) {
        try (InputStream in = Resources.class.getResourceAsStream("/simulator/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("/simulator/" + name);
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's own file " + name + " cannot be read.", e);
        }
    }
}
