package io.presencemedic.link.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An HTTPS server that answers request after request as a test says, and keeps what it heard. */
final class ScriptedWebService implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<ScriptedAnswer> replies = new ConcurrentLinkedQueue<>();
    final List<RecordedRequest> heard = new CopyOnWriteArrayList<>();

    /** One request. */
    record RecordedRequest(
            String path,
            String body,
            @Nullable String authorization,
            @Nullable String cookie,
            @Nullable String action) {}

    /** What happens to one request. */
    interface ScriptedAnswer {
        void to(HttpExchange exchange) throws Exception;
    }

    ScriptedWebService(SSLContext identity) throws IOException {
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    ScriptedWebService then(ScriptedAnswer reply) {
        replies.add(reply);
        return this;
    }

    ScriptedWebService then(int status, String body) {
        return then(status, body, Map.of());
    }

    ScriptedWebService then(int status, String body, Map<String, String> headers) {
        return then(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** Drops the replies that nobody asked for. */
    void forget() {
        replies.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        heard.add(new RecordedRequest(
                exchange.getRequestURI().getPath(),
                body,
                headers.getFirst("Authorization"),
                headers.getFirst("Cookie"),
                headers.getFirst("SOAPAction")));
        ScriptedAnswer reply = replies.poll();
        try (exchange) {
            if (reply == null) {
                exchange.sendResponseHeaders(501, -1);
            } else {
                reply.to(exchange);
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
