package io.presencemedic.link.http;

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

/** HTTP/1.1 over TLS, one client per set of trusted certificates; an exchange ends by its deadlines. */
final class HttpTransport implements AutoCloseable {
    private static final String SYSTEM = "";

    private final Duration connectTimeout;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "link-http");
        thread.setDaemon(true);
        return thread;
    });

    HttpTransport(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
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
                .sslContext(CertificatePinning.context(pem))
                .executor(threads)
                .build();
        HttpClient other = clients.putIfAbsent(key, fresh);
        return other == null ? fresh : other;
    }

    /**
     * Sends a request and waits until its answer begins.
     *
     * @param closing ends the exchange when it is done, also while the answer is read
     * @throws ExecutionException with the cause of any failure
     * @throws CancellationException where it was ended
     */
    HttpResponse<BodyStream> send(
            HttpClient client, HttpRequest request, Timeouts waiting, CompletableFuture<Boolean> closing)
            throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<BodyStream>> exchange =
                client.sendAsync(request, information -> new BodyStream(waiting, closing));
        boolean begun = false;
        try {
            CompletableFuture.anyOf(exchange, closing).get(waiting.headers().waitMillis(), TimeUnit.MILLISECONDS);
            if (!exchange.isDone()) {
                throw new CancellationException();
            }
            HttpResponse<BodyStream> response = exchange.get();
            begun = true;
            return response;
        } finally {
            if (!begun && !exchange.cancel(true)) {
                exchange.thenAccept(late -> late.body().close());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
