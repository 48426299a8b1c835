package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;

/** What came back for one request; its body is read once. */
final class Response implements AutoCloseable {
    private final HttpResponse<BodyStream> response;

    Response(HttpResponse<BodyStream> response) {
        this.response = response;
    }

    int status() {
        return response.statusCode();
    }

    /** The envelope with what is attached to it. */
    ResponseParts parts() {
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        String media = contentType.strip().toLowerCase(Locale.ROOT);
        if (media.startsWith("multipart/")) {
            return new MultipartParts(response.body(), contentType);
        }
        return media.startsWith(DimeParts.CONTENT_TYPE)
                ? new DimeParts(response.body())
                : ResponseParts.only(response.body());
    }

    /** The envelope alone, or the whole page where the answer is none. */
    byte[] envelope(long longest) throws IOException, Unreadable {
        ResponseParts parts = parts();
        byte[] envelope = new byte[0];
        for (ResponseParts.Part part = parts.next(); part != null; part = parts.next()) {
            if (part.envelope()) {
                envelope = whole(part.content(), longest);
            }
        }
        return envelope;
    }

    private static byte[] whole(InputStream in, long longest) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(longest, Integer.MAX_VALUE - 8));
        if (in.read() >= 0) {
            throw new TooLong(longest);
        }
        return bytes;
    }

    @Override
    public void close() {
        response.body().close();
    }

    /** The answer is longer than anybody should read. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(long longest) {
            super("the answer is longer than " + longest + " bytes");
        }
    }
}
