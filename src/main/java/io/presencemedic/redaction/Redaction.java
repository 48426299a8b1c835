package io.presencemedic.redaction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Copies files without their secrets. Texts keep every byte that is no secret, in UTF-8, Latin-1 and UTF-16; what is
 * packed (gzip, zip, tar, also one in the other) is unpacked, redacted and packed again. Any other binary file cannot
 * be searched for secrets and is left out: a sentence that says so takes its place. May be used by several threads.
 */
public final class Redaction {
    /** How often something may be packed in something packed. */
    private static final int DEEPEST = 5;

    private static final int BUFFER = 1 << 16;

    private final @Nullable Pseudonyms pseudonyms;

    private Redaction(@Nullable Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Masks secrets and leaves names and addresses as they are. */
    public static Redaction ofSecrets() {
        return new Redaction(null);
    }

    /** Masks secrets, and replaces user names and addresses. */
    public static Redaction withPseudonyms(Pseudonyms pseudonyms) {
        return new Redaction(pseudonyms);
    }

    /**
     * Copies a file without its secrets.
     *
     * @param in the file; read to its end and left open
     * @param out takes the redacted file; left open
     * @return what was found in it
     * @throws IOException where the file cannot be read or its copy cannot be written
     */
    public RedactionResult copy(InputStream in, OutputStream out) throws IOException {
        UnpackingBudget budget = new UnpackingBudget();
        return copy(budget.ofPacked(in), out, 0, budget);
    }

    /**
     * A stream that redacts what is written to it.
     *
     * @param out takes the redacted file; left open
     */
    public RedactingStream to(OutputStream out) throws IOException {
        return new RedactingStream(this, out);
    }

    RedactionResult copy(InputStream in, OutputStream out, int depth, UnpackingBudget budget) throws IOException {
        BufferedInputStream file = new BufferedInputStream(in, BUFFER);
        file.mark(FileType.HEAD);
        byte[] head = file.readNBytes(FileType.HEAD);
        file.reset();
        FileType form = FileType.of(head);
        return switch (form) {
            case TEXT, UTF_16_LITTLE_ENDIAN, UTF_16_BIG_ENDIAN -> new TextRedactor(pseudonyms).copy(file, form, out);
            case GZIP, ZIP, TAR ->
                depth == DEEPEST ? leaveOut(file, out) : new ArchiveRedactor(this, depth, budget).copy(file, form, out);
            case BINARY -> leaveOut(file, out);
        };
    }

    /** Reads a file to its end and says in its place that it was left out. */
    static RedactionResult leaveOut(InputStream file, OutputStream out) throws IOException {
        long bytes = file.transferTo(OutputStream.nullOutputStream());
        String words = "This file was left out. It is binary (" + bytes
                + " bytes or more), so it cannot be searched for secrets. Fetch it from its node where it is needed.\n";
        out.write(words.getBytes(StandardCharsets.UTF_8));
        return RedactionResult.LEFT_OUT;
    }
}
