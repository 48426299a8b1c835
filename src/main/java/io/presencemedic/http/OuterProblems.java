package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Problem documents for what fails before a resource is reached: unknown addresses, access, bodies too large. */
@ApplicationScoped
public class OuterProblems {
    private static final Logger LOG = Logger.getLogger(OuterProblems.class);

    private final ObjectMapper json;

    OuterProblems(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route().order(Integer.MAX_VALUE).handler(request -> write(request, FrameworkProblems.of(404)));
    }

    private void failed(RoutingContext request) {
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        write(request, problem(request));
    }

    private static Problem problem(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            return FrameworkProblems.unauthenticated();
        }
        if (failure instanceof ForbiddenException) {
            return FrameworkProblems.forbidden();
        }
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure == null || (request.statusCode() >= 400 && request.statusCode() < 500)) {
            return FrameworkProblems.of(request.statusCode());
        }
        UUID id = UUID.randomUUID();
        LOG.error("Unexpected failure " + id, failure);
        return FrameworkProblems.unexpected(id);
    }

    /** Ends a request with a problem document. */
    public void write(RoutingContext request, Problem problem) {
        request.response().setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        problem.headers().forEach(request.response()::putHeader);
        request.response().end(text(problem));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
