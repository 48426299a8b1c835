package io.presencemedic.runbook;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What parameters a runbook takes, as a JSON Schema (draft 2020-12). */
public final class ParameterSchema {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    /** What a duration must be. */
    public static final String DURATION_RULE = "must be an ISO 8601 duration from PT1S to P7D";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final ObjectNode schema = JsonNodeFactory.instance.objectNode();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<String> jobs = new ArrayList<>();

    private record Rule(Predicate<String> holds, String message) {}

    /** A parameter that does not fit, by its name. */
    public record Violation(String parameter, String message) {}

    private ParameterSchema() {
        schema.put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
    }

    /** A schema that takes nothing yet. */
    public static ParameterSchema none() {
        return new ParameterSchema();
    }

    /** A text that one of the values equals. */
    public ParameterSchema choice(String name, String description, List<String> values) {
        ObjectNode property = property(name, "string", description);
        values.forEach(property.putArray("enum")::add);
        return this;
    }

    /** A required text for which a rule holds. */
    public ParameterSchema required(String name, String description, Predicate<String> rule, String message) {
        schema.withArray("required").add(name);
        return optional(name, description, rule, message);
    }

    /** A text that may be left out and for which a rule holds. */
    public ParameterSchema optional(String name, String description, Predicate<String> rule, String message) {
        property(name, "string", description).put("minLength", 1).put("maxLength", 128);
        rules.put(name, new Rule(rule, message));
        return this;
    }

    /** The id of a job of the cluster, which whoever asks has to be able to read; it may be left out. */
    public ParameterSchema job(String name, String description) {
        jobs.add(name);
        return optional(name, description, text -> idOf(text).isPresent(), "must be the id of a job");
    }

    /** An ISO 8601 duration, from one second to seven days. */
    public ParameterSchema duration(String name, String description) {
        property(name, "string", description).put("format", "duration").put("maxLength", 32);
        rules.put(name, new Rule(text -> durationOf(text).isPresent(), DURATION_RULE));
        return this;
    }

    /** A switch. */
    public ParameterSchema flag(String name, String description, boolean otherwise) {
        property(name, "boolean", description).put("default", otherwise);
        return this;
    }

    /** What does not fit, parameter by parameter; empty where all fits. */
    public List<Violation> check(ObjectNode parameters) {
        JsonSchema compiled = FACTORY.getSchema(schema);
        List<Violation> violations = new ArrayList<>();
        for (ValidationMessage message : compiled.validate(parameters)) {
            violations.add(new Violation(nameOf(message), text(message)));
        }
        rules.forEach((name, rule) -> {
            String value = parameters.path(name).textValue();
            if (value != null && !rule.holds().test(value)) {
                violations.add(new Violation(name, rule.message()));
            }
        });
        return violations;
    }

    /** The jobs that parameters name, by the parameter; what names none is left out. */
    public Map<String, UUID> jobs(ObjectNode parameters) {
        Map<String, UUID> named = new LinkedHashMap<>();
        for (String name : jobs) {
            idOf(parameters.path(name).asText()).ifPresent(id -> named.put(name, id));
        }
        return named;
    }

    /** The JSON Schema. */
    @JsonValue
    public ObjectNode json() {
        return schema.deepCopy();
    }

    /** The duration that a text means; empty where it means none from one second to seven days. */
    public static Optional<Duration> durationOf(String text) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(duration -> duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ObjectNode property(String name, String type, String description) {
        return ((ObjectNode) schema.get("properties"))
                .putObject(name)
                .put("type", type)
                .put("description", description);
    }

    private static String nameOf(ValidationMessage message) {
        if (message.getProperty() != null) {
            return message.getProperty();
        }
        return Objects.requireNonNullElse(message.getInstanceLocation(), "")
                .toString()
                .replaceFirst("^(\\$\\.?|/)", "");
    }

    private static String text(ValidationMessage message) {
        return message.getMessage().replaceFirst("^[^:]*: ", "");
    }
}
