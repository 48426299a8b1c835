package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import io.presencemedic.http.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The event streams that are open: they end with the key, token or session that opened them, and each subject has only
 * so many.
 */
@ApplicationScoped
class OpenStreams {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Map<Holder, Set<HttpServerResponse>> byHolder = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int mostOfSubject;
    private final int mostOfAddress;

    OpenStreams(KeyRing keys, AccessConfig config, Clock clock) {
        this.clock = clock;
        mostOfSubject = config.streamsPerSubject();
        mostOfAddress = config.streamsPerAddress();
        keys.listen(this::endOthers);
    }

    /**
     * Remembers the stream that this request opens.
     *
     * @param end when what the caller showed stops being valid, and the stream with it; null where it does not by
     *     itself
     * @throws io.presencemedic.http.ProblemException 429 where the subject or the address has too many open
     */
    void watch(Subject subject, @Nullable Instant end, RoutingContext request) {
        Holder holder = new Holder(subject.kind(), subject.id());
        Holder address = new Holder(Actor.Kind.UNKNOWN, String.valueOf(Requests.address(request)));
        requireRoom(holder, mostOfSubject, "You have ");
        requireRoom(address, mostOfAddress, "Your address has ");
        HttpServerResponse response = request.response();
        open(holder, response);
        open(address, response);
        request.addEndHandler(ended -> {
            close(holder, response);
            close(address, response);
        });
        if (end != null) {
            endAt(end, request);
        }
    }

    private void endAt(Instant end, RoutingContext request) {
        long pause = Math.max(1, Duration.between(clock.instant(), end).toMillis());
        long timer = request.vertx().setTimer(pause, due -> request.response().reset());
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
    }

    private void requireRoom(Holder holder, int most, String who) {
        int count = byHolder.getOrDefault(holder, Set.of()).size();
        if (count >= most) {
            throw Problem.of(429, "TOO_MANY_STREAMS", who + count + " streams open. Close one first.")
                    .retryAfter(RETRY_AFTER)
                    .exception();
        }
    }

    private void open(Holder holder, HttpServerResponse response) {
        byHolder.compute(holder, (key, open) -> {
            Set<HttpServerResponse> all = open == null ? ConcurrentHashMap.newKeySet() : open;
            all.add(response);
            return all;
        });
    }

    private void close(Holder holder, HttpServerResponse response) {
        byHolder.computeIfPresent(holder, (key, open) -> {
            open.remove(response);
            return open.isEmpty() ? null : open;
        });
    }

    /** Who opened a stream: a subject, or an address, which is of no kind. */
    private record Holder(Actor.Kind kind, String id) {}

    /** Ends the streams of all keys but these. */
    private void endOthers(Set<String> valid) {
        byHolder.forEach((holder, open) -> {
            if (holder.kind() == Actor.Kind.KEY && !valid.contains(holder.id())) {
                byHolder.remove(holder);
                open.forEach(HttpServerResponse::reset);
            }
        });
    }
}
