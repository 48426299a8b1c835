package io.presencemedic.redaction;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Redacts a text line by line. */
final class TextRedactor {
    private static final int BUFFER = 1 << 16;

    private final SecretMask mask = new SecretMask();
    private final @Nullable Pseudonyms pseudonyms;
    private long replaced;

    TextRedactor(@Nullable Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    RedactionResult copy(InputStream in, FileType form, OutputStream out) throws IOException {
        LineReader lines = new LineReader(in, form);
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        while (lines.next()) {
            String text = lines.text();
            if (lines.goesOn()) {
                SecretMask.Head head = mask.head(text);
                lines.write(named(head.masked()), buffered);
                lines.drop(head.taken());
            } else {
                lines.write(named(mask.line(text)), buffered);
                lines.drop(text.length());
            }
        }
        lines.writeRest(buffered);
        buffered.flush();
        return new RedactionResult(mask.count(), replaced, 0, false);
    }

    private String named(String text) {
        if (pseudonyms == null) {
            return text;
        }
        Pseudonyms.Renamed renamed = pseudonyms.replace(text);
        replaced += renamed.count();
        return renamed.text();
    }
}
