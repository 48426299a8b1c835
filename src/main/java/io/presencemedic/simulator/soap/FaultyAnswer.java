package io.presencemedic.simulator.soap;

import com.sun.net.httpserver.HttpExchange;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.model.SimulatedTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Sends an answer as far as the faults that strike it allow. */
final class FaultyAnswer {
    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofHours(1);

    private final HttpExchange exchange;
    private final SimulatedTime time;
    private final List<Fault> strikes;

    FaultyAnswer(HttpExchange exchange, SimulatedTime time, List<Fault> strikes) {
        this.exchange = exchange;
        this.time = time;
        this.strikes = strikes;
    }

    void send(HttpAnswer answer) throws IOException {
        for (Fault fault : strikes) {
            if (fault.kind() == FaultKind.NO_ANSWER) {
                time.pauseOnWall(LONGER_THAN_ANYBODY_WAITS);
                return;
            }
            if (fault.kind() == FaultKind.DROP_AFTER) {
                return;
            }
            if (fault.kind() == FaultKind.SLOW) {
                time.pauseOnWall(fault.lateness());
            }
        }
        boolean midway = strikes.stream().anyMatch(fault -> fault.kind() == FaultKind.DROP_MIDWAY);
        byte[] body = answer.body();
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body, 0, midway ? body.length / 2 : body.length);
            exchange.getResponseBody().flush();
        }
    }
}
