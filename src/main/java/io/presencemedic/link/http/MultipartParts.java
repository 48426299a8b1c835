package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code multipart/related} answer (RFC 2387), with attachments as they are or in base64. */
final class MultipartParts implements ResponseParts {
    private static final Pattern START = Pattern.compile("(?i);\\s*start\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))");
    private static final Set<String> XML = Set.of("application/xop+xml", "text/xml", "application/soap+xml");
    private static final int LONGEST_HEADER = 16_384;

    private final MimeTokenStream tokens;
    private final @Nullable String start;
    private boolean anyPart;
    private boolean envelopeSeen;
    private boolean ended;

    MultipartParts(InputStream body, String contentType) {
        MimeConfig config = MimeConfig.custom()
                .setMaxLineLen(LONGEST_HEADER)
                .setMaxHeaderLen(LONGEST_HEADER)
                .build();
        tokens = new MimeTokenStream(config, DecodeMonitor.STRICT, null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parseHeadless(body, contentType);
        Matcher named = START.matcher(contentType);
        start = named.find() ? bare(named.group(1) == null ? named.group(2) : named.group(1)) : null;
    }

    @Override
    public @Nullable Part next() throws IOException, Unreadable {
        String id = null;
        while (!ended) {
            EntityState state = advance();
            if (state == EntityState.T_FIELD && tokens.getField().getName().equalsIgnoreCase("Content-ID")) {
                id = bare(tokens.getField().getBody());
            } else if (state == EntityState.T_BODY) {
                return part(id);
            } else if (state == EntityState.T_END_OF_STREAM) {
                ended = true;
            }
        }
        if (!anyPart) {
            throw new Unreadable(1, "", "the answer has no part behind the boundary that its header announces");
        }
        return null;
    }

    private EntityState advance() throws IOException, Unreadable {
        try {
            return tokens.next();
        } catch (MimeException e) {
            if (anyPart) {
                throw (CutShort) new CutShort().initCause(e);
            }
            throw new Unreadable(1, "", "the answer has no part behind the boundary that its header announces");
        }
    }

    private Part part(@Nullable String id) {
        BodyDescriptor descriptor = tokens.getBodyDescriptor();
        boolean xml = XML.contains(descriptor.getMimeType().toLowerCase(Locale.ROOT));
        boolean envelope = !envelopeSeen && (start != null && start.equals(id) || !anyPart && (start == null || xml));
        envelopeSeen |= envelope;
        anyPart = true;
        return new Part(id, envelope, tokens.getDecodedInputStream());
    }

    private static String bare(String id) {
        return id.strip().replaceAll("^<|>$", "");
    }
}
