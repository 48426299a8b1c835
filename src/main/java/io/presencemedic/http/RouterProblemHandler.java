package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problem documents for what fails before a resource is reached: unknown addresses, access, bodies too large. */
@ApplicationScoped
public class RouterProblemHandler {

    /** The framework refuses what is several times as large, but without a word. */
    private static final int LONGEST_ADDRESS = 8_000;

    private static final int LARGEST_HEADERS = 16_384;
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final MemorySize largestBody;

    RouterProblemHandler(
            ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.json = json;
        this.largestBody = largestBody;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::refuse).failureHandler(this::failed);
        router.route().order(Integer.MAX_VALUE).handler(request -> write(request, FrameworkProblems.of(404)));
    }

    /** The framework refuses a body that is announced too large as well, but without a word. */
    private void refuse(RoutingContext request) {
        if (announced(request) > largestBody.asLongValue()) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            write(request, FrameworkProblems.of(413));
            closeSoon(request);
        } else if (request.request().uri().length() > LONGEST_ADDRESS) {
            write(request, FrameworkProblems.of(414));
        } else if (size(request.request().headers()) > LARGEST_HEADERS) {
            write(request, FrameworkProblems.of(431));
        } else if (!ContentTypeCheck.isReadable(request.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            write(request, FrameworkProblems.of(415));
        } else {
            MalformedAddress.look(request.request().uri())
                    .ifPresentOrElse(problem -> write(request, problem), request::next);
        }
    }

    /** Most clients read the answer only after they have sent all, so what they send is thrown away for a while. */
    private static void closeSoon(RoutingContext request) {
        HttpConnection connection = request.request().connection();
        request.request()
                .handler(thrownAway -> {})
                .endHandler(sent -> connection.close())
                .resume();
        request.vertx().setTimer(LINGER.toMillis(), passed -> connection.close());
    }

    private static int size(MultiMap headers) {
        int size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }

    private void failed(RoutingContext request) {
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        if (request.failure() instanceof AuthenticationRedirectException elsewhere) {
            request.response()
                    .setStatusCode(elsewhere.getCode())
                    .putHeader(HttpHeaders.LOCATION, elsewhere.getRedirectUri())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
            return;
        }
        write(request, problem(request));
    }

    private static Problem problem(RoutingContext request) {
        Throwable failure = request.failure();
        boolean isKnown = failure instanceof SecurityException || failure instanceof ProblemException;
        boolean isRefused = request.statusCode() >= 400 && request.statusCode() < 500;
        return failure == null || (isRefused && !isKnown)
                ? FrameworkProblems.of(request.statusCode())
                : DirectCall.problem(failure);
    }

    /** Ends a request as where there is nothing. */
    public void notFound(RoutingContext request) {
        write(request, FrameworkProblems.of(404));
    }

    /**
     * Ends a request whose method is not taken.
     *
     * @param allowed the methods that are, as in the header {@code Allow}
     */
    public void notAllowed(RoutingContext request, String allowed) {
        write(request, FrameworkProblems.of(405).header(HttpHeaders.ALLOW.toString(), allowed));
    }

    /** Ends a request with a problem. */
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
