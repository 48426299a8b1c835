package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body that may be left out. Many clients send no body with a Content-Type of their own choice; that must
 * not keep them from what they ask for.
 */
@ApplicationScoped
public class OptionalBody {
    private final ObjectMapper json;
    private final Validator validator;

    OptionalBody(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What the body says.
     *
     * @param absent what an empty body means
     * @throws ProblemException 400 where the body is no such JSON
     * @throws ConstraintViolationException where a field is not as its type wants it
     */
    public <T> T read(@Nullable String body, Class<T> type, T absent) {
        if (body == null || body.isBlank()) {
            return absent;
        }
        T value = parse(body, type);
        if (value == null) {
            return absent;
        }
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return value;
    }

    private <T> @Nullable T parse(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e).exception();
        }
    }
}
