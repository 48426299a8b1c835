package io.presencemedic.link.http;

import io.presencemedic.link.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer at its reader's pace: what is not read is not taken from the wire. It ends by its deadline,
 * when nothing comes for too long, and when the link is closed.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {
    private static final long LOOK_MILLIS = 200;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Timeouts waiting;
    private final CompletableFuture<Boolean> linkClosing;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> waitingBuffers = new ArrayDeque<>();
    private ByteBuffer current = NOTHING;
    private boolean ended;
    private volatile boolean closed;
    private volatile Flow.@Nullable Subscription subscription;

    /** What the wire says. */
    private sealed interface Signal {
        record Came(List<ByteBuffer> buffers) implements Signal {}

        record Ended() implements Signal {}

        record Broke(Throwable cause) implements Signal {}
    }

    BodyStream(Timeouts waiting, CompletableFuture<Boolean> linkClosing) {
        this.waiting = waiting;
        this.linkClosing = linkClosing;
    }

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (closed) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal.Came(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Broke(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.Ended());
    }

    @Override
    public int read() throws IOException {
        return fill() ? current.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, current.remaining());
        current.get(bytes, offset, taken);
        return taken;
    }

    /** Has at least one byte at hand; false at the end. */
    private boolean fill() throws IOException {
        while (!current.hasRemaining()) {
            ByteBuffer next = waitingBuffers.poll();
            if (next != null) {
                current = next;
            } else if (ended) {
                return false;
            } else {
                take(await());
            }
        }
        return true;
    }

    private void take(Signal signal) throws IOException {
        if (signal instanceof Signal.Came came) {
            waitingBuffers.addAll(came.buffers());
            Flow.Subscription wire = subscription;
            if (wire != null) {
                wire.request(1);
            }
        } else if (signal instanceof Signal.Broke broke) {
            throw new IOException(broke.cause().getMessage(), broke.cause());
        } else {
            ended = true;
        }
    }

    private Signal await() throws IOException {
        Deadline stalled = Deadline.in(waiting.stall());
        while (true) {
            if (linkClosing.isDone() || closed) {
                throw new LinkClosed();
            }
            try {
                Signal signal = signals.poll(lookMillis(stalled), TimeUnit.MILLISECONDS);
                if (signal != null) {
                    return signal;
                }
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException().initCause(e);
            }
            if (stalled.expired() || waiting.end().expired()) {
                throw new TooSlow((waiting.end().expired() ? waiting.end() : stalled).patience());
            }
        }
    }

    private long lookMillis(Deadline stalled) {
        return Math.min(
                LOOK_MILLIS, Math.min(stalled.waitMillis(), waiting.end().waitMillis()));
    }

    /** Hangs up where the end has not come yet. */
    @Override
    public void close() {
        closed = true;
        current = NOTHING;
        waitingBuffers.clear();
        Flow.Subscription wire = subscription;
        if (wire != null && !ended) {
            wire.cancel();
        }
    }

    /** Nothing came for too long, or not enough. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Duration patience;

        TooSlow(Duration patience) {
            super("nothing came any more");
            this.patience = patience;
        }

        Duration patience() {
            return patience;
        }
    }

    /** Nobody wants the answer any longer. */
    static final class LinkClosed extends IOException {
        private static final long serialVersionUID = 1L;

        LinkClosed() {
            super("the link was closed");
        }
    }
}
