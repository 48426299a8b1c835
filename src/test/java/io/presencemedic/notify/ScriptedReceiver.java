package io.presencemedic.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A receiver that answers message after message as a test says, takes all others, and keeps what it heard. */
public final class ScriptedReceiver implements AutoCloseable {
    public final List<RecordedRequest> heard = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<ScriptedAnswer> replies = new ConcurrentLinkedQueue<>();

    /** One request; names of headers in lower case. */
    public record RecordedRequest(String method, String target, Map<String, String> headers, String body) {
        public String id() {
            return headers.get("webhook-id");
        }
    }

    /** What happens to one request. */
    public interface ScriptedAnswer {
        void to(HttpExchange exchange) throws IOException;
    }

    public ScriptedReceiver() {
        this(null);
    }

    /** @param identity for HTTPS; null for HTTP */
    public ScriptedReceiver(@Nullable SSLContext identity) {
        try {
            InetSocketAddress address = new InetSocketAddress("127.0.0.1", 0);
            if (identity == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer encrypted = HttpsServer.create(address, 0);
                encrypted.setHttpsConfigurator(new HttpsConfigurator(identity));
                server = encrypted;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    public ScriptedReceiver then(ScriptedAnswer reply) {
        replies.add(reply);
        return this;
    }

    public ScriptedReceiver then(int status, String body, Map<String, String> headers) {
        return then(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    public ScriptedReceiver then(int status) {
        return then(status, "", Map.of());
    }

    /** Hangs until the receiver is closed. */
    public ScriptedReceiver thenHang() {
        return then(exchange -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Promises more than it sends, and closes. */
    public ScriptedReceiver thenCloseInTheMiddle() {
        return then(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("only the beginn".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            heard.add(new RecordedRequest(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
            ScriptedAnswer reply = replies.poll();
            if (reply == null) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                reply.to(exchange);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
