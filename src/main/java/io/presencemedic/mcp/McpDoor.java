package io.presencemedic.mcp;

import io.presencemedic.access.ToolGuard;
import io.presencemedic.http.DirectCall;
import io.presencemedic.http.Problem;
import io.presencemedic.http.RouterProblemHandler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stands in front of the protocol's own addresses, behind the check of the key. Closed, they are like any address where
 * there is nothing. Open, one of them is served, for single messages; the older transport of the protocol is not.
 */
@ApplicationScoped
class McpDoor {
    static final String PATH = "/mcp";
    private static final int BEHIND_THE_KEY = -1;
    private static final long LARGEST_MESSAGE = 1024 * 1024;

    private static final long LONGEST_CALL_MS = 90_000;
    private static final Problem NOT_SERVED = Problem.of(
            400,
            "NOT_SERVED",
            "The body must be one message of the protocol, a JSON object: initialize, ping, tools/list or tools/call with"
                    + " what they need, or a notification. Lists of messages are not taken.");

    private final boolean open;
    private final ToolGuard guard;
    private final RouterProblemHandler problems;

    McpDoor(McpConfig config, ToolGuard guard, RouterProblemHandler problems) {
        this.open = config.enabled();
        this.guard = guard;
        this.problems = problems;
    }

    /** What becomes of a request. */
    enum Verdict {
        NOT_HERE,
        NOT_FOUND,
        NOT_ALLOWED,
        LET_IN
    }

    static Verdict verdict(boolean open, String method, String path) {
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            return Verdict.NOT_HERE;
        }
        if (!open || !path.equals(PATH)) {
            return Verdict.NOT_FOUND;
        }
        return switch (method) {
            case "GET", "POST", "DELETE" -> Verdict.LET_IN;
            default -> Verdict.NOT_ALLOWED;
        };
    }

    void register(@Observes Router router) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST_MESSAGE);
        router.route(PATH + "*").order(BEHIND_THE_KEY).handler(this::look);
        router.post(PATH).order(BEHIND_THE_KEY).handler(request -> {
            request.request().resume();
            body.handle(request);
        });
        router.post(PATH).order(BEHIND_THE_KEY).handler(this::read);
    }

    private void look(RoutingContext request) {
        switch (verdict(open, request.request().method().name(), request.normalizedPath())) {
            case NOT_HERE -> request.next();
            case NOT_FOUND -> problems.notFound(request);
            case NOT_ALLOWED -> problems.notAllowed(request, "GET, POST, DELETE");
            case LET_IN -> count(request);
        }
    }

    private void count(RoutingContext request) {
        try {
            guard.count(request);
        } catch (RuntimeException refused) {
            problems.write(request, DirectCall.problem(refused));
            return;
        }
        request.next();
    }

    /** One message at a time, so that each counts as a request. */
    private void read(RoutingContext request) {
        if (McpMessage.read(request.body().buffer())
                .filter(McpMessage::isServed)
                .isEmpty()) {
            problems.write(request, NOT_SERVED);
            return;
        }
        long end = request.vertx().setTimer(LONGEST_CALL_MS, late -> giveUp(request));
        request.addEndHandler(ended -> request.vertx().cancelTimer(end));
        request.next();
    }

    private static void giveUp(RoutingContext request) {
        if (!request.response().ended()) {
            request.fail(500, new IllegalStateException("a message was not answered"));
        }
    }
}
