package io.presencemedic.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a representation that a request asks for (RFC 9110, section 14).
 *
 * @param first place of the first byte, from 0
 * @param last place of the last byte, at least {@code first}
 * @param size bytes of the whole
 */
public record ByteRange(long first, long last, long size) {
    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /**
     * The part that a request asks for.
     *
     * @param header value of {@code Range}; null where there is none
     * @param size bytes of the whole
     * @return empty where the whole is to be sent: nothing, several parts or something unknown is asked for
     * @throws ProblemException 416 where the part lies behind the end
     */
    public static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher one = ONE.matcher(header == null ? "" : header);
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long count = Long.parseLong(one.group(2));
            return Optional.of(within(Math.max(0, size - count), size - 1, size));
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
        return last < first && first < size ? Optional.empty() : Optional.of(within(first, last, size));
    }

    private static ByteRange within(long first, long last, long size) {
        if (first >= size) {
            throw Problem.of(
                            416,
                            "RANGE_NOT_SATISFIABLE",
                            "There are only " + size + " bytes; ask for a part of them, or leave Range out.")
                    .header("Content-Range", "bytes */" + size)
                    .exception();
        }
        return new ByteRange(first, Math.min(last, size - 1), size);
    }

    /** How many bytes it has. */
    public long length() {
        return last - first + 1;
    }

    /** The value of {@code Content-Range}. */
    public String contentRange() {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
