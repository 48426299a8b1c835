package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can be thrown into a problem document. */
final class ProblemMappers {
    private final AllowedMethods methods;

    ProblemMappers(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    Response problem(ProblemException failure) {
        return failure.problem().response();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, UriInfo request) {
        if (failure.getCause() instanceof ParameterConverters.BadValue bad) {
            return bad.problem(request).response();
        }
        if (failure.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        Response told = failure.getResponse();
        return told.getStatus() >= 500
                ? unexpected(failure)
                : FrameworkProblems.of(told.getStatus()).response();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException failure) {
        return JsonProblems.of(failure).response();
    }

    /** The framework has a mapper of its own for this kind, which would win over the general one. */
    @ServerExceptionMapper
    Response json(MismatchedInputException failure) {
        return JsonProblems.of(failure).response();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException failure, UriInfo request) {
        return FrameworkProblems.of(405)
                .header(HttpHeaders.ALLOW, methods.at(request.getPath()))
                .response();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure) {
        return invalidProblem(failure).response();
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException failure) {
        return FrameworkProblems.unauthenticated().response();
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException failure) {
        return FrameworkProblems.unauthenticated().response();
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationCompletionException failure) {
        return FrameworkProblems.notSignedIn().response();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return FrameworkProblems.forbidden().response();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        return UnexpectedProblems.of(failure).response();
    }

    static Problem invalidProblem(ConstraintViolationException failure) {
        boolean ours = failure.getConstraintViolations().stream().anyMatch(ProblemMappers::isOurFault);
        return ours ? UnexpectedProblems.of(failure) : Problem.invalid(errors(failure));
    }

    private static boolean isOurFault(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static List<FieldError> errors(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
    }

    /** The path without the Java method and, for a part of the body, without the parameter. */
    private static String field(Path path) {
        List<Path.Node> nodes = new ArrayList<>();
        path.forEach(nodes::add);
        int start = 0;
        while (start < nodes.size() - 1 && isOfTheMethod(nodes.get(start))) {
            start++;
        }
        return nodes.subList(start, nodes.size()).stream()
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }

    private static boolean isOfTheMethod(Path.Node node) {
        return node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER;
    }
}
