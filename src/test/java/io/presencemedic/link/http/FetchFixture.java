package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.WebServices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A node that has a file. */
abstract class FetchFixture extends HttpFixture {
    static final String PATH = "/var/log/active/syslog/messages";
    static final byte[] FILE = file();

    final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    /** Any bytes, with everything in them that could be taken for a boundary. */
    private static byte[] file() {
        byte[] noise = new byte[150_000];
        new Random(7).nextBytes(noise);
        byte[] almost = FileReplies.utf8("\r\n--" + FileReplies.BOUNDARY.substring(1) + "\r\n--\r\n\r\r\n");
        return FileReplies.join(noise, almost, FileReplies.utf8("\r\n--MIMEBoundary_f00\r\n"), noise, almost);
    }

    @BeforeEach
    void beImpatient() {
        wire.close();
        wire = wire(Map.of("medic.link.http.stall", "PT0.5S", "medic.link.http.requests-per-minute", "100000"));
    }

    void answer(Map<String, String> headers, byte[] body) {
        answer(200, headers, body, body.length);
    }

    /** The length that is announced; 0 for chunks. */
    void answer(int status, Map<String, String> headers, byte[] body, long announced) {
        service.then(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, announced);
            exchange.getResponseBody().write(body);
        });
    }

    long fetch(@Nullable Long size, long longest) throws LinkException, IOException {
        try (WebServices services = open()) {
            return services.fetch(node(), new FileRequest(PATH, size, longest), taken);
        }
    }

    LinkFailure failure(@Nullable Long size, long longest) throws IOException {
        try {
            fetch(size, longest);
        } catch (LinkException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }

    LinkFailure failure() throws IOException {
        return failure(null, 1_000_000);
    }

    void assertFetched(byte[] file) throws Exception {
        assertThat(fetch((long) file.length, Math.max(1, file.length))).isEqualTo(file.length);
        assertThat(taken.toByteArray()).isEqualTo(file);
    }
}
