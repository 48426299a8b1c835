package io.presencemedic.http;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Problems for what nobody foresaw: the log gets the details, the caller an id, or the advice to try again. */
final class UnexpectedProblems {
    private static final Logger LOG = Logger.getLogger(UnexpectedProblems.class);

    /** SQLSTATE: connection exceptions, too many connections, and a server that starts or stops. */
    private static final Pattern NO_DATABASE = Pattern.compile("08...|53300|57P0[1-3]");

    private UnexpectedProblems() {}

    static Problem of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (isWithoutDatabase(each)) {
                LOG.warn("The database cannot be reached: " + each.getMessage());
                return FrameworkProblems.noDatabase();
            }
            if (isWithoutConnection(each)) {
                return FrameworkProblems.overloaded();
            }
        }
        UUID id = UUID.randomUUID();
        LOG.error("Unexpected failure " + id, failure);
        return FrameworkProblems.unexpected(id);
    }

    /** The pool has no kinds for this: a time-out is the plain exception of its framework. */
    private static boolean isWithoutConnection(Throwable failure) {
        return failure instanceof ConnectionPoolTooBusyException
                || failure.getClass() == VertxException.class
                || failure instanceof TimeoutException;
    }

    private static boolean isWithoutDatabase(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof ClosedConnectionException
                || (failure instanceof SQLException refused
                        && refused.getSQLState() != null
                        && NO_DATABASE.matcher(refused.getSQLState()).matches());
    }
}
