package io.presencemedic.diagnosis.paste;

/** The reading of a log was ended before its end: it costs too much, or nobody waits for it. */
public final class ReadingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadingStoppedException() {
        super("the log costs more to read than is allowed", null, false, false);
    }
}
