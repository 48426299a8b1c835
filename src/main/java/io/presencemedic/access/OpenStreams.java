package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import io.presencemedic.http.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The event streams that are open: they end with the key that opened them, and each subject has only so many. */
@ApplicationScoped
class OpenStreams {
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Map<Holder, Set<HttpServerResponse>> bySubject = new ConcurrentHashMap<>();
    private final int most;

    OpenStreams(KeyRing keys, AccessConfig config) {
        most = config.streamsPerSubject();
        keys.listen(this::endOthers);
    }

    /**
     * Remembers the stream that this request asks for, if it does.
     *
     * @throws io.presencemedic.http.ProblemException 429 where the subject has too many open
     */
    void watch(Subject subject, RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        if (accept == null || !accept.contains(MEDIA_TYPE)) {
            return;
        }
        Set<HttpServerResponse> open =
                bySubject.computeIfAbsent(new Holder(subject.kind(), subject.id()), id -> ConcurrentHashMap.newKeySet());
        if (open.size() >= most) {
            throw Problem.of(429, "TOO_MANY_STREAMS", "You have " + open.size() + " streams open. Close one first.")
                    .retryAfter(RETRY_AFTER)
                    .exception();
        }
        HttpServerResponse response = request.response();
        open.add(response);
        request.addEndHandler(ended -> open.remove(response));
    }

    /** Who opened a stream. */
    private record Holder(Actor.Kind kind, String id) {}

    /** Ends the streams of all keys but these. */
    private void endOthers(Set<String> valid) {
        bySubject.forEach((holder, open) -> {
            if (holder.kind() == Actor.Kind.KEY && !valid.contains(holder.id())) {
                bySubject.remove(holder);
                open.forEach(HttpServerResponse::reset);
            }
        });
    }
}
