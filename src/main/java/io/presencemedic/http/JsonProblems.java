package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, in terms of its fields. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException failure) {
        if (failure.getCause() instanceof ProblemException known) {
            return known.problem();
        }
        if (isMalformed(failure) || !(failure instanceof JsonMappingException mapping)) {
            return Problem.of(400, "MALFORMED_JSON", "The body is not valid JSON" + place(failure.getLocation()) + ".");
        }
        String field = mapping.getPath().isEmpty() ? "body" : path(mapping.getPath());
        return Problem.invalid(field, message(mapping));
    }

    private static boolean isMalformed(JsonProcessingException failure) {
        return failure.getCause() instanceof JsonParseException || hasMoreThanOneValue(failure);
    }

    /** A body is one value; the parser has counted those that stand beside each other. */
    private static boolean hasMoreThanOneValue(JsonProcessingException failure) {
        if (!(failure.getProcessor() instanceof JsonParser parser)) {
            return false;
        }
        JsonStreamContext context = parser.getParsingContext();
        while (context.getParent() != null) {
            context = context.getParent();
        }
        return context.getEntryCount() > 1;
    }

    private static String message(JsonMappingException failure) {
        if (failure.getCause() instanceof InvalidValue value) {
            return String.valueOf(value.getMessage());
        }
        if (failure instanceof InvalidTypeIdException) {
            return "is not a known kind";
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "is not a known field" + known(unknown);
        }
        if (failure.getCause() instanceof InputCoercionException coercion) {
            return "must be " + kind(coercion.getTargetType());
        }
        if (failure instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "must be one of "
                    + Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (failure instanceof MismatchedInputException mismatched) {
            return "must be " + kind(mismatched.getTargetType());
        }
        return "is not valid";
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return type == double.class || type == Double.class ? "a number" : "a whole number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isEnum() ? "one of " + Arrays.toString(type.getEnumConstants()) : named(type);
    }

    private static String named(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "Instant", "OffsetDateTime" -> "a time as in 2030-01-31T12:00:00Z";
            case "Duration" -> "a duration as in PT5M";
            default -> "an object";
        };
    }

    private static String known(UnrecognizedPropertyException failure) {
        Collection<Object> names = failure.getKnownPropertyIds();
        return names == null || names.isEmpty()
                ? ""
                : "; known are " + names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference each : path) {
            if (each.getFieldName() == null) {
                text.append('[').append(each.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(each.getFieldName());
            }
        }
        return text.toString();
    }

    private static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
