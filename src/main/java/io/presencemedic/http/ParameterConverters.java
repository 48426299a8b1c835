package io.presencemedic.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads parameters of paths, queries and headers so that a bad one is refused by its name. */
@Provider
public final class ParameterConverters implements ParamConverterProvider {
    private static final Map<Class<?>, Kind> KINDS = Map.of(
            UUID.class, new Kind("must be a UUID", ParameterConverters::uuid),
            Integer.class, new Kind("must be a whole number", Integer::valueOf),
            int.class, new Kind("must be a whole number", Integer::valueOf),
            Long.class, new Kind("must be a whole number", Long::valueOf),
            long.class, new Kind("must be a whole number", Long::valueOf),
            Boolean.class, new Kind("must be true or false", ParameterConverters::bool),
            boolean.class, new Kind("must be true or false", ParameterConverters::bool),
            Instant.class,
                    new Kind(
                            "must be a time as in 2030-01-31T12:00:00Z",
                            text -> KeepableTime.require(
                                    OffsetDateTime.parse(text).toInstant())));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Kind kind = type.isEnum() ? ofEnum(type) : KINDS.get(type);
        return kind == null ? null : new Converter<>(name(annotations), kind);
    }

    private static Kind ofEnum(Class<?> type) {
        Object[] values = type.getEnumConstants();
        return new Kind(
                "must be one of "
                        + String.join(
                                ", ", Arrays.stream(values).map(String::valueOf).toList()),
                text -> Arrays.stream(values)
                        .filter(value -> ((Enum<?>) value).name().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    private static UUID uuid(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static String name(Annotation[] annotations) {
        for (Annotation each : annotations) {
            if (each instanceof QueryParam query) {
                return query.value();
            }
            if (each instanceof PathParam path) {
                return path.value();
            }
            if (each instanceof HeaderParam header) {
                return header.value();
            }
        }
        return "";
    }

    /** A parameter that cannot be read; its name is empty where the framework does not tell it. */
    static final class BadValue extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final String text;

        BadValue(String name, String text, String message) {
            super(message);
            this.name = name;
            this.text = text;
        }

        Problem problem(UriInfo request) {
            return Problem.invalid(name.isEmpty() ? nameIn(request) : name, String.valueOf(getMessage()));
        }

        private String nameIn(UriInfo request) {
            return Stream.of(request.getPathParameters(), request.getQueryParameters())
                    .flatMap(parameters -> parameters.entrySet().stream())
                    .filter(parameter -> parameter.getValue().contains(text))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("parameter");
        }
    }

    private record Kind(String message, Function<String, Object> read) {}

    private record Converter<T>(String name, Kind kind) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            try {
                return (T) kind.read().apply(text);
            } catch (RuntimeException e) {
                throw new BadRequestException(new BadValue(name, text, kind.message()));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
