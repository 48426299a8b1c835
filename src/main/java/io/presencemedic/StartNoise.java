package io.presencemedic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Keeps what libraries say before the log is configured, so that a start that fails for another reason says one line.
 * Where the embedded database does not start, what it said is shown after all.
 */
final class StartNoise extends Handler {
    private static final int MOST = 100;
    private static final Logger DATABASE = Logger.getLogger("io.zonky.test");
    private static final Logger MAPPING = Logger.getLogger("org.hibernate");

    private final Deque<String> lines = new ArrayDeque<>();

    private StartNoise() {
        setFormatter(new SimpleFormatter());
    }

    /** Until {@link #close}. */
    static StartNoise kept() {
        StartNoise noise = new StartNoise();
        DATABASE.setUseParentHandlers(false);
        DATABASE.addHandler(noise);
        MAPPING.setLevel(Level.WARNING);
        return noise;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.addLast(getFormatter().formatMessage(entry));
    }

    /** The last of what was said, without blank lines. */
    synchronized String said() {
        return String.join("\n", lines.stream().filter(line -> !line.isBlank()).toList());
    }

    @Override
    public void flush() {
        // Nothing is held back but what is kept.
    }

    /** From now on only what goes wrong is told; the configured log decides once it is there. */
    @Override
    public void close() {
        DATABASE.removeHandler(this);
        DATABASE.setLevel(Level.WARNING);
        DATABASE.setUseParentHandlers(true);
    }
}
