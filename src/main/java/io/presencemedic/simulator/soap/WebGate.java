package io.presencemedic.simulator.soap;

import com.sun.net.httpserver.Headers;
import io.presencemedic.simulator.Account;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.Faults;
import io.presencemedic.simulator.model.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets the application account in, by its password or by the cookie of a session that is not yet stale. */
final class WebGate {
    private static final String COOKIE = "JSESSIONIDSSO";
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final String node;
    private final Account account;
    private final Faults faults;
    private final SimulatedTime time;
    private final Map<String, Instant> lastUsed = new ConcurrentHashMap<>();

    WebGate(String node, Account account, Faults faults, SimulatedTime time) {
        this.node = node;
        this.account = account;
        this.faults = faults;
        this.time = time;
    }

    /** The answer for somebody who is not let in; empty for somebody who is, and then a cookie may be handed out. */
    Optional<HttpAnswer> refusal(Headers request, Headers answer) {
        @Nullable String credentials = request.getFirst("Authorization");
        Optional<String> cookie = cookie(request);
        if (credentials == null && cookie.isPresent()) {
            return !faults.isOn(node, Channel.SOAP, FaultKind.STALE_SESSIONS) && renew(cookie.get())
                    ? Optional.empty()
                    : Optional.of(HttpAnswer.refusal(404, "The session is not known"));
        }
        if (credentials == null || !isRight(credentials)) {
            answer.set("WWW-Authenticate", "Basic realm=\"Cisco Web Services Realm\"");
            return Optional.of(HttpAnswer.refusal(401, "Unauthorized"));
        }
        if (cookie.filter(this::renew).isEmpty()) {
            answer.add("Set-Cookie", COOKIE + "=" + newSession() + "; Path=/; Secure; HttpOnly");
        }
        return Optional.empty();
    }

    private boolean isRight(String credentials) {
        String expected = account.username() + ":" + account.password();
        String encoded = Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
        return credentials.equals("Basic " + encoded) && !faults.isOn(node, Channel.SOAP, FaultKind.REFUSE_ACCOUNT);
    }

    private String newSession() {
        String session = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        lastUsed.put(session, time.now());
        return session;
    }

    private boolean renew(String session) {
        Instant now = time.now();
        @Nullable
        Instant renewed = lastUsed.computeIfPresent(
                session, (same, last) -> Duration.between(last, now).compareTo(IDLE) > 0 ? null : now);
        return renewed != null;
    }

    private static Optional<String> cookie(Headers request) {
        List<String> headers = request.getOrDefault("Cookie", List.of());
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1))
                .findFirst();
    }
}
