package io.presencemedic.http;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Refuses bodies over 1 MiB, or over what {@link LargeBody} allows for a parameter. */
@Provider
public final class BodyLimit implements ReaderInterceptor {
    private static final int MEBIBYTE = 1 << 20;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        long limit = Arrays.stream(context.getAnnotations())
                .filter(LargeBody.class::isInstance)
                .mapToLong(large -> (long) ((LargeBody) large).mebibytes() * MEBIBYTE)
                .findFirst()
                .orElse(MEBIBYTE);
        context.setInputStream(new Limited(context.getInputStream(), limit));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw FrameworkProblems.of(413).exception();
            }
        }
    }
}
