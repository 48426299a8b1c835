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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The YAML files that are part of the simulator. */
final class Resources {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** What was read once: values that nobody changes. */
    private static final Map<String, Object> KNOWN = new ConcurrentHashMap<>();

    private Resources() {}

    static <T> T read(String name, Class<T> type) {
        return type.cast(KNOWN.computeIfAbsent(name, once -> read(once, YAML.constructType(type))));
    }

    static <T> List<T> list(String name, Class<T> type) {
        List<?> all = (List<?>) KNOWN.computeIfAbsent(
                name,
                once -> List.copyOf(Resources.<List<T>>read(
                        once, YAML.getTypeFactory().constructCollectionType(List.class, type))));
        return all.stream().map(type::cast).toList();
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
