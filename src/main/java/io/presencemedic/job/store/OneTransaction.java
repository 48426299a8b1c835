package io.presencemedic.job.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that are committed together and sent together: two round trips, whatever their number. */
final class OneTransaction {
    private OneTransaction() {}

    /**
     * Runs a statement and others behind it.
     *
     * @return the rows of the first; where it gave none, all was rolled back
     */
    static Future<List<Row>> of(Pool pool, String sql, @Nullable Object[] parameters, List<OutboxStatement> then) {
        return pool.getConnection()
                .compose(connection -> on(connection, sql, parameters, then).eventually(() -> connection.close()));
    }

    private static Future<List<Row>> on(
            SqlConnection connection, String sql, @Nullable Object[] parameters, List<OutboxStatement> then) {
        Future<Transaction> begun = connection.begin();
        Future<List<Row>> first = execute(connection, sql, parameters);
        List<Future<?>> sent = new ArrayList<>(List.of(begun, first));
        for (OutboxStatement statement : then) {
            sent.add(execute(connection, statement.sql(), statement.parameters().toArray()));
        }
        return Future.join(sent)
                .compose(
                        done -> first.result().isEmpty()
                                ? begun.result().rollback()
                                : begun.result().commit(),
                        failed ->
                                begun.compose(Transaction::rollback).transform(nothing -> Future.failedFuture(failed)))
                .map(nothing -> first.result());
    }

    private static Future<List<Row>> execute(SqlConnection connection, String sql, @Nullable Object[] parameters) {
        return connection.preparedQuery(sql).execute(Tuple.wrap(parameters)).map(EngineDatabase::rows);
    }
}
