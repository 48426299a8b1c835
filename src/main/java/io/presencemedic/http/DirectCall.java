package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * What a resource's method answers, or refuses with, for rooms that call it themselves instead of sending a request.
 */
public final class DirectCall {
    private DirectCall() {}

    /** The document that a caller of the API would have been sent. */
    public static JsonNode document(ObjectMapper json, Object answer) {
        Object body = answer instanceof Response response ? response.getEntity() : answer;
        try {
            return json.readTree(body instanceof String text ? text : json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of ours is no JSON", e);
        }
    }

    /** The problem that a caller of the API would have been told. */
    public static Problem problem(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return known.problem();
        }
        if (thrown instanceof ConstraintViolationException invalid) {
            return ProblemMappers.invalidProblem(invalid);
        }
        if (thrown instanceof ForbiddenException) {
            return FrameworkProblems.forbidden();
        }
        if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException) {
            return FrameworkProblems.unauthenticated();
        }
        if (thrown instanceof AuthenticationCompletionException) {
            return FrameworkProblems.notSignedIn();
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return FrameworkProblems.of(web.getResponse().getStatus());
        }
        return UnexpectedProblems.of(thrown);
    }
}
