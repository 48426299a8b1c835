package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MultipartPartsTest {
    private static final String TYPE = FileReplies.MULTIPART.get("Content-Type");
    private static final String DELIMITER = "\r\n--" + FileReplies.BOUNDARY;
    private static final int LAST_OF_DELIMITER = 20;

    private static byte[] attachment(byte[] message) throws IOException, Unreadable {
        MultipartParts parts = new MultipartParts(new ByteArrayInputStream(message), TYPE);
        byte[] attached = new byte[0];
        for (ResponseParts.Part part = parts.next(); part != null; part = parts.next()) {
            byte[] content = part.content().readAllBytes();
            attached = part.envelope() ? attached : content;
        }
        return attached;
    }

    @Property(tries = 400)
    void anyBytesComeBack(@ForAll @Size(max = 9000) byte[] file) throws Exception {
        assertThat(attachment(FileReplies.multipart(file))).isEqualTo(file);
    }

    @Property(tries = 400)
    void whatLooksLikeABoundaryIsNone(
            @ForAll @IntRange(max = LAST_OF_DELIMITER) int length, @ForAll byte[] before, @ForAll byte[] behind)
            throws Exception {
        Assume.that(behind.length == 0 || behind[0] != DELIMITER.charAt(length));
        byte[] file = FileReplies.join(before, FileReplies.utf8(DELIMITER.substring(0, length)), behind);
        assertThat(attachment(FileReplies.multipart(file))).isEqualTo(file);
    }

    @Test
    void aMessageThatEndsAnywhereIsNeverComplete() {
        byte[] whole = FileReplies.multipart("one\r\ntwo\r\n".getBytes(StandardCharsets.UTF_8));
        for (int cut = 0; cut < whole.length - 4; cut++) {
            byte[] part = Arrays.copyOf(whole, cut);
            Exception failure = null;
            try {
                attachment(part);
            } catch (IOException | Unreadable e) {
                failure = e;
            }
            assertThat(failure)
                    .as("cut after %d of %d bytes", cut, whole.length)
                    .isNotNull();
        }
    }

    @Test
    void theEnvelopeMayStandBehindItsAttachment() throws Exception {
        String message = "--b\r\nContent-ID: <file>\r\n\r\nbytes\r\n--b\r\nContent-Type: text/xml\r\nContent-ID:"
                + " <root>\r\n\r\n<e/>\r\n--b--";
        MultipartParts parts = new MultipartParts(
                new ByteArrayInputStream(FileReplies.utf8(message)),
                "Multipart/Related;boundary=b; Start=<root>;type=text/xml");
        assertThat(Objects.requireNonNull(parts.next()).envelope()).isFalse();
        assertThat(Objects.requireNonNull(parts.next()).envelope()).isTrue();
        assertThat(parts.next()).isNull();
    }
}
