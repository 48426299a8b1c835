package io.presencemedic.notify.delivery;

import io.presencemedic.notify.address.AddressCheck;
import io.presencemedic.notify.address.AddressGuard;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request at a time over a connection of its own, to the very address that was checked: name and certificate
 * are still the receiver's. Follows nothing, and ends with its time limit whatever the receiver does. Blocks; not for
 * event loops.
 */
public final class HttpSender implements AutoCloseable {
    /** The most bytes of an answer that are read. */
    public static final int MOST_READ = 64 * 1024;

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_LOOK_UPS = 32;

    private final AddressGuard guard;
    private final HttpClient client;
    private final ExecutorService lookUps = new ThreadPoolExecutor(
            0, MOST_LOOK_UPS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpSender::daemon);

    /**
     * A sender.
     *
     * @param guard says which addresses may be connected to
     * @param trusted PEM file of the certificates that are trusted; empty for those that the Java runtime trusts
     */
    public HttpSender(Vertx vertx, AddressGuard guard, Optional<String> trusted) {
        this.guard = guard;
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setForceSni(true)
                .setVerifyHost(true);
        trusted.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        this.client = vertx.createHttpClient(options);
    }

    /** Sends a request and waits for its answer, or for the end of the time limit. */
    public Exchange send(Outgoing request, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            AddressCheck check = CompletableFuture.supplyAsync(() -> guard.check(request.host()), lookUps)
                    .get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (check instanceof AddressCheck.Allowed allowed) {
                return new HttpExchange(client, request, allowed.address()).within(end - System.nanoTime());
            }
            return refused(check);
        } catch (TimeoutException e) {
            return new Exchange.Unanswered(DeliveryFailure.TIMED_OUT, "the name was not found in time");
        } catch (ExecutionException e) {
            return new Exchange.Unanswered(DeliveryFailure.NAME_UNKNOWN, "the name cannot be looked up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange.Unanswered(DeliveryFailure.TIMED_OUT, "the service stops");
        }
    }

    private static Exchange refused(AddressCheck check) {
        return check instanceof AddressCheck.Refused refused
                ? new Exchange.Unanswered(DeliveryFailure.ADDRESS_REFUSED, refused.words())
                : new Exchange.Unanswered(DeliveryFailure.NAME_UNKNOWN, "the name has no address at present");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "webhook-look-up");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        client.close();
        lookUps.shutdownNow();
    }
}
