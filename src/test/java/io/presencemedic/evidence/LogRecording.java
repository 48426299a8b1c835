package io.presencemedic.evidence;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while it is open: of the service itself also what is only wanted when something is looked for. */
final class LogRecording extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger SERVICE = Logger.getLogger("io.presencemedic");

    private final StringBuffer text = new StringBuffer();
    private final Level before = SERVICE.getLevel();

    private LogRecording() {
        setFormatter(new PatternFormatter("%p %c %X %s%e%n"));
    }

    static LogRecording everything() {
        LogRecording recording = new LogRecording();
        ROOT.addHandler(recording);
        SERVICE.addHandler(recording);
        SERVICE.setUseParentHandlers(false);
        SERVICE.setLevel(Level.FINE);
        return recording;
    }

    String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            text.append(getFormatter().format(entry));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        SERVICE.setLevel(before);
        SERVICE.setUseParentHandlers(true);
        SERVICE.removeHandler(this);
        ROOT.removeHandler(this);
    }
}
