package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.GetOneFile;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapFault;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkConfig;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes a file from an answer on while it comes: from the attachment that the envelope names, or from within it. */
final class FileAnswer implements ResponseHandler<Long> {
    private static final Duration LONGEST_TRANSFER = Duration.ofHours(12);

    private final GetOneFile operation;
    private final FileSink sink;
    private final LinkConfig.Http config;
    private @Nullable Optional<String> reference;
    private @Nullable String taken;

    FileAnswer(FileRequest file, SoapService service, FileSink sink, LinkConfig.Http config) {
        this.operation = new GetOneFile(file, service, sink);
        this.sink = sink;
        this.config = config;
    }

    @Override
    public Operation<?> operation() {
        return operation;
    }

    @Override
    public Timeouts waiting() {
        FileRequest file = operation.file();
        long bytes = file.size() == null ? file.longest() : file.size();
        long seconds = bytes / Math.max(1, config.slowestDownload());
        Duration transfer = Duration.ofSeconds(Math.min(seconds, LONGEST_TRANSFER.toSeconds()));
        return new Timeouts(
                Deadline.in(operation.patience()),
                Deadline.in(operation.patience().plus(transfer)),
                config.stall());
    }

    @Override
    public Long read(Response reply) throws SoapFault, Unreadable, IOException {
        ResponseParts parts = reply.parts();
        for (ResponseParts.Part part = parts.next(); part != null; part = parts.next()) {
            if (part.envelope()) {
                reference = Envelope.read(operation, part.content());
            } else if (isTheFile(part.id())) {
                taken = part.id() == null ? "" : part.id();
                part.content().transferTo(sink);
            }
        }
        check();
        return sink.count();
    }

    /** An envelope behind its attachment is checked in the end. */
    private boolean isTheFile(@Nullable String id) {
        return taken == null
                && (reference == null
                        ? true
                        : reference.map(it -> refers(it, id)).orElse(!sink.touched()));
    }

    private void check() throws Unreadable, IOException {
        if (reference == null) {
            throw new Unreadable(1, "", "the answer has no envelope");
        }
        String wanted = reference.orElse(null);
        if (wanted != null && (taken == null || !refers(wanted, taken))) {
            throw new Unreadable(1, wanted, "the envelope names an attachment that did not come");
        }
        Long size = operation.file().size();
        if (size != null && sink.count() < size) {
            throw new IOException("only " + sink.count() + " of " + size + " bytes came");
        }
    }

    /** Whether a reference, a {@code cid:} URL (RFC 2392) or the id itself, means this attachment. */
    private static boolean refers(String reference, @Nullable String id) {
        if (id == null) {
            return false;
        }
        String bare = reference.replaceFirst("^(?i)cid:", "");
        return bare.equals(id) || decoded(bare).equals(id);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String heard() {
        return sink.count() + " bytes";
    }

    @Override
    public boolean repeatable() {
        return !sink.touched();
    }
}
