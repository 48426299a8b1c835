package io.presencemedic.redaction;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Redacts what is written to it, for a source that writes instead of being read. Call {@link #finish} once all is
 * written; a stream that is closed before was given up.
 */
public final class RedactingStream extends OutputStream {
    private static final int BUFFER = 1 << 18;

    private final PipedOutputStream pipe = new PipedOutputStream();
    private final CompletableFuture<RedactionResult> outcome = new CompletableFuture<>();
    private final PipedInputStream source;
    private final Thread worker;

    RedactingStream(Redaction redaction, OutputStream out) throws IOException {
        source = new PipedInputStream(pipe, BUFFER);
        worker = new Thread(() -> redact(redaction, out), "redaction");
        worker.setDaemon(true);
        worker.start();
    }

    private void redact(Redaction redaction, OutputStream out) {
        try (source) {
            outcome.complete(redaction.copy(source, out));
        } catch (IOException | RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (outcome.isCompletedExceptionally()) {
            outcome();
        }
        try {
            pipe.write(bytes, offset, length);
            pipe.flush();
        } catch (IOException e) {
            outcome();
            throw e;
        }
    }

    /**
     * Ends the file and waits until its copy is complete.
     *
     * @throws IOException where the copy cannot be written
     */
    public RedactionResult finish() throws IOException {
        pipe.close();
        return outcome();
    }

    private RedactionResult outcome() throws IOException {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Gives up what is not finished; what the taker got until then is no file, and it gets no more of it. */
    @Override
    public void close() {
        if (!outcome.isDone()) {
            worker.interrupt();
            try {
                source.close();
                pipe.close();
            } catch (IOException e) {
                outcome.completeExceptionally(e);
            }
            outcome.handle((redacted, failure) -> failure).join();
        }
    }
}
