package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DimePartsTest {
    /** Two parts by hand, byte for byte: an envelope "&lt;e/&gt;", then "hello" in two chunks under the id "f". */
    private static final byte[] BY_HAND = {
        0x0C, 0x20, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4, // begins, URI type, no id, type of 1, data of 4
        'u', 0, 0, 0, '<', 'e', '/', '>', //
        0x09, 0x10, 0, 4, 0, 1, 0, 2, 0, 0, 0, 3, // a chunk, media type, options of 4, id of 1, type of 2, data of 3
        0, 1, 0, 0, 'f', 0, 0, 0, 'x', 'y', 0, 0, 'h', 'e', 'l', 0, //
        0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, // the last chunk, type unchanged
        'l', 'o', 0, 0
    };

    private static List<String> read(byte[] message) throws IOException, Unreadable {
        DimeParts parts = new DimeParts(new ByteArrayInputStream(message));
        List<String> read = new ArrayList<>();
        for (ResponseParts.Part part = parts.next(); part != null; part = parts.next()) {
            read.add(part.envelope() + " " + part.id() + " "
                    + new String(part.content().readAllBytes(), "ISO-8859-1"));
        }
        return read;
    }

    @Test
    void aMessageByHandIsRead() throws Exception {
        assertThat(read(BY_HAND)).containsExactly("true null <e/>", "false f hello");
    }

    @Test
    void aPartThatNobodyReadsIsPassedOver() throws Exception {
        DimeParts parts = new DimeParts(new ByteArrayInputStream(BY_HAND));
        parts.next();
        ResponseParts.Part second = parts.next();
        assertThat(second).isNotNull();
        assertThat(parts.next()).isNull();
    }

    @Test
    void aMessageThatEndsAnywhereIsCutShort() {
        for (int cut = 0; cut < BY_HAND.length; cut++) {
            byte[] shorter = Arrays.copyOf(BY_HAND, cut);
            assertThatThrownBy(() -> read(shorter))
                    .as("after %d bytes", cut)
                    .isInstanceOf(ResponseParts.CutShort.class);
        }
    }

    @Property(tries = 300)
    void anyFileInAnyChunksComesBack(@ForAll byte[] file, @ForAll @IntRange(min = 1, max = 40) int chunk)
            throws Exception {
        assertThat(read(FileReplies.dime(file, chunk)).get(1))
                .isEqualTo("false uuid:4711 " + new String(file, "ISO-8859-1"));
    }

    @Property(tries = 500)
    void noiseEndsInAFailureAndNeverInAnError(@ForAll byte[] noise, @ForAll @IntRange(max = 60) int at) {
        byte[] message = BY_HAND.clone();
        System.arraycopy(noise, 0, message, Math.min(at, message.length), Math.max(0, Math.min(noise.length, 60 - at)));
        try {
            read(message);
        } catch (IOException | Unreadable e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
