package io.presencemedic.database;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away for a while from an error of this service. */
public final class DatabaseTrouble {
    /**
     * SQLSTATE: connection exceptions, too few resources (a full disk, too many connections), a server that starts,
     * stops or ends a session, a time limit, a server that only reads for now, and conflicts between transactions.
     */
    private static final Pattern PASSING = Pattern.compile("08...|53...|57...|25006|40001|40P01|55P03");

    private DatabaseTrouble() {}

    /** Whether the same may succeed later, because the database could not be reached or could not do its work. */
    public static boolean isPassing(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (isPassingItself(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassingItself(Throwable failure) {
        if (failure instanceof DatabaseException refused) {
            return isPassing(refused.getSqlState());
        }
        if (failure instanceof SQLException refused) {
            return isPassing(refused.getSQLState());
        }
        return failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof ClosedConnectionException
                || failure instanceof TimeoutException
                || isWithoutConnection(failure);
    }

    /**
     * The pool has no kind of its own for a request that got no connection in time: it is the framework's plain one.
     */
    private static boolean isWithoutConnection(Throwable failure) {
        return failure instanceof ConnectionPoolTooBusyException || failure.getClass() == VertxException.class;
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null && PASSING.matcher(sqlState).matches();
    }
}
