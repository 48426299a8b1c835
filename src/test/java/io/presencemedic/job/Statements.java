package io.presencemedic.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Counts the statements that stores send for lists, as Hibernate's log has them. */
public final class Statements implements AutoCloseable {
    /** Statements for lists; the service sends others by itself all the while. */
    private static final Pattern LISTS =
            Pattern.compile("\\b(from|join) (job|job_event|diagnosis|bundle|cluster)\\b", Pattern.CASE_INSENSITIVE);

    private final Logger log = Logger.getLogger("org.hibernate.SQL");
    private final Level before = log.getLevel();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    private final Handler counter = new Handler() {
        @Override
        public void publish(LogRecord statement) {
            if (LISTS.matcher(statement.getMessage()).find()) {
                sent.add(statement.getMessage());
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private Statements() {
        log.setLevel(Level.FINE);
        log.addHandler(counter);
        log.setUseParentHandlers(false);
    }

    /** How many statements that work sends for lists. */
    public static int of(Runnable work) {
        return sentBy(work).size();
    }

    /** The statements that work sends for lists. */
    public static List<String> sentBy(Runnable work) {
        try (Statements statements = new Statements()) {
            work.run();
            return List.copyOf(statements.sent);
        }
    }

    @Override
    public void close() {
        log.setUseParentHandlers(true);
        log.removeHandler(counter);
        log.setLevel(before);
    }
}
