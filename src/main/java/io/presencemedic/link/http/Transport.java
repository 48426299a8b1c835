package io.presencemedic.link.http;

import io.presencemedic.link.Deadline;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over TLS, one client per set of trusted certificates; a whole exchange ends by its deadline. */
final class Transport implements AutoCloseable {
    private static final String SYSTEM = "";

    private final Duration connectTimeout;
    private final long longestAnswer;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "link-http");
        thread.setDaemon(true);
        return thread;
    });

    Transport(Duration connectTimeout, long longestAnswer) {
        this.connectTimeout = connectTimeout;
        this.longestAnswer = longestAnswer;
    }

    /** The client that trusts these certificates; null for the system's. */
    HttpClient client(@Nullable String pem) throws GeneralSecurityException {
        String key = pem == null ? SYSTEM : pem;
        HttpClient known = clients.get(key);
        if (known != null) {
            return known;
        }
        HttpClient fresh = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connectTimeout)
                .sslContext(Trust.context(pem))
                .executor(threads)
                .build();
        HttpClient other = clients.putIfAbsent(key, fresh);
        return other == null ? fresh : other;
    }

    /**
     * Sends a request and reads its whole answer.
     *
     * @param closing ends the exchange when it is done
     * @throws ExecutionException with the cause of any failure
     * @throws CancellationException where it was ended
     */
    HttpResponse<byte[]> send(
            HttpClient client, HttpRequest request, Deadline deadline, CompletableFuture<Boolean> closing)
            throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, information -> new LimitedBody(longestAnswer));
        try {
            CompletableFuture.anyOf(exchange, closing).get(deadline.waitMillis(), TimeUnit.MILLISECONDS);
            if (!exchange.isDone()) {
                throw new CancellationException();
            }
            return exchange.get();
        } finally {
            exchange.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
