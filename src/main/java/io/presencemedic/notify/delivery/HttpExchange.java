package io.presencemedic.notify.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request and its answer, over a connection to one address. */
final class HttpExchange {
    private final HttpClient client;
    private final Outgoing outgoing;
    private final InetAddress address;
    private @Nullable HttpClientRequest open;
    private boolean answering;
    private boolean over;

    HttpExchange(HttpClient client, Outgoing outgoing, InetAddress address) {
        this.client = client;
        this.outgoing = outgoing;
        this.address = address;
    }

    /** Waits so many nanoseconds for the whole of it. */
    Exchange within(long nanos) throws InterruptedException {
        try {
            return client.request(options(nanos))
                    .compose(this::send)
                    .compose(this::read)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Exchange.Unanswered(DeliveryFailure.TIMED_OUT, "no complete answer came in time");
        } catch (ExecutionException e) {
            return new Exchange.Unanswered(failure(e.getCause()), String.valueOf(address.getHostAddress()));
        } finally {
            end();
        }
    }

    private RequestOptions options(long nanos) {
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(outgoing.method()))
                .setServer(SocketAddress.inetSocketAddress(outgoing.port(), address.getHostAddress()))
                .setHost(outgoing.host())
                .setPort(outgoing.port())
                .setSsl(outgoing.isEncrypted())
                .setURI(outgoing.path())
                .setConnectTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)))
                .setFollowRedirects(false);
    }

    private Future<HttpClientResponse> send(HttpClientRequest request) {
        if (!take(request)) {
            request.reset();
            return Future.failedFuture(new TimeoutException());
        }
        outgoing.headers().forEach(request::putHeader);
        return request.send(Buffer.buffer(outgoing.body()));
    }

    private Future<Exchange> read(HttpClientResponse response) {
        answering();
        Promise<Exchange> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(answered(response, body)));
        response.handler(part -> {
            body.appendBuffer(part, 0, Math.min(part.length(), HttpSender.MOST_READ - body.length()));
            if (body.length() == HttpSender.MOST_READ) {
                whole.tryComplete(answered(response, body));
            }
        });
        return whole.future();
    }

    private static Exchange answered(HttpClientResponse response, Buffer body) {
        return new Exchange.Answered(response.statusCode(), response.getHeader("Retry-After"), body.getBytes());
    }

    private synchronized boolean take(HttpClientRequest request) {
        open = request;
        return !over;
    }

    private synchronized void answering() {
        answering = true;
    }

    private synchronized void end() {
        over = true;
        if (open != null) {
            open.connection().close();
        }
    }

    private synchronized DeliveryFailure failure(Throwable cause) {
        if (cause instanceof SSLException) {
            return DeliveryFailure.TLS_FAILED;
        }
        if (cause instanceof TimeoutException) {
            return DeliveryFailure.TIMED_OUT;
        }
        return answering ? DeliveryFailure.ANSWER_BROKEN : DeliveryFailure.CONNECTION_FAILED;
    }
}
