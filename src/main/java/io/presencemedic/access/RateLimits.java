package io.presencemedic.access;

import io.presencemedic.access.limit.Limit;
import io.presencemedic.access.limit.Quotas;
import io.presencemedic.access.limit.Quotas.State;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.audit.Refusals;
import io.presencemedic.http.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Limits what one caller, and one address, may ask for in a minute; those who stay below do not notice. */
@ApplicationScoped
class RateLimits {
    private static final String POLICY = "RateLimit-Policy";
    private static final String LEFT = "RateLimit";
    private static final String TOO_MANY = "TOO_MANY_REQUESTS";

    private final Quotas quotas;
    private final AccessConfig.Limits limits;
    private final Refusals refusals;

    RateLimits(AccessConfig config, Refusals refusals, Clock clock) {
        this.quotas = new Quotas(clock);
        this.limits = config.limits();
        this.refusals = refusals;
    }

    /**
     * Counts a request.
     *
     * @param special the limit that it is counted against besides that of all requests
     * @throws io.presencemedic.http.ProblemException 429 where it is one too many
     */
    void require(Subject subject, Optional<Limit> special, RoutingContext request) {
        List<State> states = new ArrayList<>();
        String who = subject.kind() + " " + subject.id();
        take(states, new Quotas.Key(Limit.REQUESTS, false, who), limits.requests(), request);
        String address = Requests.address(request);
        if (address != null) {
            take(states, new Quotas.Key(Limit.REQUESTS, true, address), limits.requestsPerAddress(), request);
        }
        special.ifPresent(limit -> take(states, new Quotas.Key(limit, false, who), quota(limit), request));
        tell(states, request.response());
    }

    private void take(List<State> states, Quotas.Key key, long quota, RoutingContext request) {
        if (quota <= 0) {
            return;
        }
        State state = quotas.take(key, quota);
        if (!state.isTaken()) {
            refusals.note(CurrentActor.get(), "limit.refuse", TOO_MANY, Requests.target(request));
            throw tooMany(state, key.isAddress()).exception();
        }
        if (!key.isAddress()) {
            states.add(state);
        }
    }

    private long quota(Limit limit) {
        return switch (limit) {
            case REQUESTS -> limits.requests();
            case SUBMISSIONS -> limits.submissions();
            case ANALYSES -> limits.analyses();
        };
    }

    /** An address may be shared: what others have left is nobody's business. */
    private static void tell(List<State> states, HttpServerResponse response) {
        if (!states.isEmpty()) {
            response.putHeader(POLICY, states.stream().map(State::policy).collect(Collectors.joining(", ")));
            response.putHeader(LEFT, states.stream().map(State::left).collect(Collectors.joining(", ")));
        }
    }

    private static Problem tooMany(State state, boolean isAddress) {
        return Problem.of(
                        429,
                        TOO_MANY,
                        (isAddress ? "From your address come" : "You sent") + " more than " + state.quota() + " "
                                + state.limit().label() + " in a minute. Wait before you send the next one.")
                .retryAfter(state.pause().plusMillis(999))
                .header(POLICY, state.policy())
                .header(LEFT, state.left());
    }
}
