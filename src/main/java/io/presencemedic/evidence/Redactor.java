package io.presencemedic.evidence;

import io.presencemedic.link.LinkException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Masks what passes on its way to the disk. */
final class Redactor {
    private static final int BUFFER = 256 * 1024;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Redactor::thread);

    /** Masks one stream. */
    interface Mask {
        /** Copies without secrets. Returns how many were masked. */
        long copy(InputStream in, OutputStream out) throws IOException;
    }

    private final Mask mask;

    Redactor(Mask mask) {
        this.mask = mask;
    }

    /**
     * Writes a content without its secrets.
     *
     * @return how many secrets were masked
     */
    long write(OutputStream out, DurableFile.Content<LinkException> content) throws IOException, LinkException {
        PipedInputStream in = new PipedInputStream(BUFFER);
        PipedOutputStream raw = new PipedOutputStream(in);
        Future<Long> masked = THREADS.submit(() -> copy(in, out));
        IOException broken = null;
        LinkException unfinished = null;
        try (raw) {
            content.writeTo(new Flushing(raw));
        } catch (IOException e) {
            broken = e;
        } catch (LinkException e) {
            unfinished = e;
        }
        long count = result(masked);
        if (unfinished != null) {
            throw unfinished;
        }
        if (broken != null) {
            throw broken;
        }
        return count;
    }

    private long copy(InputStream in, OutputStream out) throws IOException {
        try (in) {
            return mask.copy(in, out);
        }
    }

    /** The mask's own failure comes first: the broken pipe is only its consequence. */
    private static long result(Future<Long> masked) throws IOException {
        try {
            return masked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the work was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "evidence-mask");
        thread.setDaemon(true);
        return thread;
    }

    /** A pipe tells its reader of new bytes when it is flushed. */
    private static final class Flushing extends FilterOutputStream {
        Flushing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            out.flush();
        }
    }
}
