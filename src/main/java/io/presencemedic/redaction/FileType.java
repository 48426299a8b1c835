package io.presencemedic.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, by its first bytes. */
enum FileType {
    /** One byte is one character, or a part of one, as in UTF-8 and Latin-1. */
    TEXT,
    UTF_16_LITTLE_ENDIAN,
    UTF_16_BIG_ENDIAN,
    GZIP,
    ZIP,
    TAR,
    /** Anything else: programs' memory, pictures, other ways to pack. */
    BINARY;

    /** How many first bytes are enough to tell. */
    static final int HEAD = 8192;

    private static final int TAR_MAGIC = 257;
    private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);

    static FileType of(byte[] head) {
        if (startsWith(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (head.length > TAR_MAGIC + USTAR.length
                && Arrays.equals(head, TAR_MAGIC, TAR_MAGIC + USTAR.length, USTAR, 0, USTAR.length)) {
            return TAR;
        }
        return text(head);
    }

    private static FileType text(byte[] head) {
        int[] zeros = new int[2];
        int controls = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            } else if (isOdd(head[i])) {
                controls++;
            }
        }
        int written = head.length - zeros[0] - zeros[1];
        if (startsWith(head, 0xFF, 0xFE) || isWide(zeros[1], zeros[0], head.length)) {
            return UTF_16_LITTLE_ENDIAN;
        }
        if (startsWith(head, 0xFE, 0xFF) || isWide(zeros[0], zeros[1], head.length)) {
            return UTF_16_BIG_ENDIAN;
        }
        return controls > Math.max(1, written / 20) ? BINARY : TEXT;
    }

    /** Western text in UTF-16 has a zero in nearly every second byte, and none in the others. */
    private static boolean isWide(int high, int low, int length) {
        return length >= 4 && high > length * 2 / 5 && low < length / 50 + 1;
    }

    /** A control character that logs do not have. */
    private static boolean isOdd(byte b) {
        return b >= 0 && b < ' ' && "\t\n\r\f\b\u001b".indexOf(b) < 0 || b == 0x7F;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
