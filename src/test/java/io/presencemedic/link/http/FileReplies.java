package io.presencemedic.link.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Answers to GetOneFile in all of their forms. */
final class FileReplies {
    static final String BOUNDARY = "MIMEBoundary_f00d";
    static final Map<String, String> MULTIPART = Map.of(
            "Content-Type",
            "multipart/related; boundary=\"" + BOUNDARY
                    + "\"; type=\"application/xop+xml\"; start=\"0.root@example.com\"; start-info=\"text/xml\"");
    static final Map<String, String> DIME = Map.of("Content-Type", "application/dime");
    static final Map<String, String> XML = Map.of("Content-Type", "text/xml;charset=UTF-8");

    private FileReplies() {}

    static String envelope(String body) {
        return "<?xml version='1.0' encoding='UTF-8'?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<s:Body>" + body + "</s:Body></s:Envelope>";
    }

    static String including(String href) {
        return envelope("<a:GetOneFileReturn xmlns:a=\"http://schemas.cisco.com/ast/soap\"><x:Include href=\"" + href
                + "\" xmlns:x=\"http://www.w3.org/2004/08/xop/include\"/></a:GetOneFileReturn>");
    }

    static String inline(byte[] file) {
        return envelope("<a:GetOneFileReturn xmlns:a=\"http://schemas.cisco.com/ast/soap\">"
                + Base64.getMimeEncoder().encodeToString(file) + "</a:GetOneFileReturn>");
    }

    static byte[] multipart(byte[] file) {
        return multipart(including("cid:1.file%40example.com"), "binary", file);
    }

    static byte[] multipart(String envelope, String encoding, byte[] file) {
        return join(
                part("application/xop+xml; charset=UTF-8; type=\"text/xml\"", "8bit", "<0.root@example.com>"),
                utf8(envelope),
                utf8("\r\n"),
                part("application/octet-stream", encoding, "<1.file@example.com>"),
                file,
                utf8("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private static byte[] part(String type, String encoding, String id) {
        return utf8("--" + BOUNDARY + "\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding
                + "\r\nContent-ID: " + id + "\r\n\r\n");
    }

    /** A DIME message of an envelope and a file in chunks of this size. */
    static byte[] dime(byte[] file, int chunk) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String envelope = envelope("<GetOneFileResponse><DimeGetFileReturn href=\"uuid:4711\"/></GetOneFileResponse>");
        message.writeBytes(record(4, 2, "", "http://schemas.xmlsoap.org/soap/envelope/", utf8(envelope)));
        int from = 0;
        boolean first = true;
        do {
            int to = Math.min(file.length, from + chunk);
            boolean last = to == file.length;
            byte[] piece = Arrays.copyOfRange(file, from, to);
            message.writeBytes(record(
                    last ? 2 : 1,
                    first ? 1 : 0,
                    first ? "uuid:4711" : "",
                    first ? "application/octet-stream" : "",
                    piece));
            first = false;
            from = to;
        } while (from < file.length);
        return message.toByteArray();
    }

    /**
     * A DIME record.
     *
     * @param flags message begins 4, message ends 2, chunk follows 1
     */
    static byte[] record(int flags, int typeKind, String id, String type, byte[] data) {
        ByteBuffer header = ByteBuffer.allocate(12);
        header.put((byte) (1 << 3 | flags)).put((byte) (typeKind << 4)).putShort((short) 0);
        header.putShort((short) id.length()).putShort((short) type.length()).putInt(data.length);
        return join(header.array(), padded(utf8(id)), padded(utf8(type)), padded(data));
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.writeBytes(piece);
        }
        return joined.toByteArray();
    }
}
