package io.presencemedic.http;

import io.presencemedic.database.DatabaseTrouble;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Problems for what nobody foresaw: the log gets the details, the caller an id, or the advice to try again. */
final class UnexpectedProblems {
    private static final Logger LOG = Logger.getLogger(UnexpectedProblems.class);

    private UnexpectedProblems() {}

    static Problem of(Throwable failure) {
        if (DatabaseTrouble.isPassing(failure)) {
            LOG.warn("The database cannot be reached: " + failure.getMessage());
            return FrameworkProblems.noDatabase();
        }
        UUID id = UUID.randomUUID();
        LOG.error("Unexpected failure " + id, failure);
        return FrameworkProblems.unexpected(id);
    }
}
