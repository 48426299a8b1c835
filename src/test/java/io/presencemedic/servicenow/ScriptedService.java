package io.presencemedic.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A server that gives the answers that a test wrote down, one after the other, and keeps what it was asked. */
final class ScriptedService implements AutoCloseable {
    /** What it was asked. */
    record RecordedRequest(String method, String path, String key, String prefer, JsonNode body) {}

    private record ScriptedAnswer(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Deque<ScriptedAnswer> replies = new ArrayDeque<>();
    private final List<RecordedRequest> asked = new ArrayList<>();

    ScriptedService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ScriptedService answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    synchronized ScriptedService answers(int status, Map<String, String> headers, String body) {
        replies.add(new ScriptedAnswer(status, headers, body));
        return this;
    }

    synchronized List<RecordedRequest> asked() {
        return List.copyOf(asked);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        asked.add(new RecordedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Prefer"),
                new ObjectMapper().readTree(sent)));
        ScriptedAnswer reply =
                replies.isEmpty() ? new ScriptedAnswer(500, Map.of(), "{\"code\":\"NOT_WRITTEN\"}") : replies.remove();
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
