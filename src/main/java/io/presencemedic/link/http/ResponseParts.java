package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The parts of an answer, one after the other. */
interface ResponseParts {
    /**
     * The next part; what is left of the one before is passed over.
     *
     * @return null behind the last part, when the answer is known to be complete
     * @throws CutShort where the answer ends before it should
     */
    @Nullable
    Part next() throws IOException, Unreadable;

    /**
     * One part.
     *
     * @param id by which an envelope refers to it, without brackets; null where it has none
     * @param envelope whether it is the SOAP envelope
     * @param content its bytes, without the encoding in which they travelled
     */
    record Part(@Nullable String id, boolean envelope, InputStream content) {}

    /** An answer that is nothing but an envelope. */
    static ResponseParts only(InputStream envelope) {
        return new ResponseParts() {
            private boolean given;

            @Override
            public @Nullable Part next() {
                Part part = given ? null : new Part(null, true, envelope);
                given = true;
                return part;
            }
        };
    }

    /** The answer ended in the middle. */
    final class CutShort extends IOException {
        private static final long serialVersionUID = 1L;

        CutShort() {
            super("the answer ended in the middle");
        }
    }
}
