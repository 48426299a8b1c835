package io.presencemedic.job.store;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The socket below a connection of a pool. Closing the connection gives it back to the pool, to be taken again even where
 * nobody answers on it; and how long the kernel waits for an answer cannot be said without a native transport.
 */
record Wire(NetSocketInternal socket) {
    static Wire of(SqlConnection connection) {
        SqlConnectionInternal pooled = (SqlConnectionInternal) connection;
        return new Wire(((SocketConnectionBase) pooled.unwrap().unwrap()).socket());
    }

    /** Ends the session, whatever is under way on it; nobody takes it again. */
    void cut() {
        socket.close();
    }

    /** Ends the session when nothing was heard for so long. */
    void endWhenSilentFor(Duration silence) {
        socket.channelHandlerContext()
                .pipeline()
                .addFirst(new IdleStateHandler(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS) {
                    @Override
                    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
                        context.close();
                    }
                });
    }
}
