package io.presencemedic.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Passes bytes between a client and a server until, after so many bytes of one side, something happens to them. */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Side side;
    private final Harm harm;
    private final long after;
    private final AtomicLong passed = new AtomicLong();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /** Whose bytes are counted and harmed. */
    public enum Side {
        CLIENT,
        SERVER
    }

    /** What happens. */
    public enum Harm {
        /** Nothing; only counts. */
        NONE,
        /** Both connections are closed. */
        CUT,
        /** The connections are reset. */
        RESET,
        /** No more bytes and an end of file from this side; the other side still talks. */
        HALF_CLOSE,
        /** No more bytes either way, and nobody is told. */
        SILENCE,
        /** One byte at a time from then on. */
        DRIBBLE,
        /** Each piece comes late from then on. */
        DELAY
    }

    public FaultProxy(int target, Side side, Harm harm, long after) throws IOException {
        this.target = target;
        this.side = side;
        this.harm = harm;
        this.after = after;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many bytes the counted side has sent. */
    public long passed() {
        return passed.get();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            start(() -> pump(client, server, side == Side.CLIENT));
            start(() -> pump(server, client, side == Side.SERVER));
        }
    }

    private void pump(Socket from, Socket to, boolean counted) throws Exception {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[4096];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (silenced()) {
                continue;
            }
            long before = counted ? passed.getAndAdd(read) : 0;
            if (!counted || harm == Harm.NONE || before + read <= after) {
                out.write(buffer, 0, read);
            } else {
                int whole = (int) Math.max(0, after - before);
                out.write(buffer, 0, whole);
                if (!harmed(from, to, out, buffer, whole, read)) {
                    return;
                }
            }
            out.flush();
        }
        to.shutdownOutput();
    }

    /** From now on no more bytes pass either way, and nobody is told. */
    public void silence() {
        silent = true;
    }

    private boolean silenced() {
        return silent || harm == Harm.SILENCE && passed.get() > after;
    }

    /** Whether the connection goes on. */
    private boolean harmed(Socket from, Socket to, OutputStream out, byte[] buffer, int whole, int read)
            throws Exception {
        switch (harm) {
            case CUT -> {
                from.close();
                to.close();
                return false;
            }
            case RESET -> {
                from.setSoLinger(true, 0);
                to.setSoLinger(true, 0);
                from.close();
                to.close();
                return false;
            }
            case HALF_CLOSE -> {
                out.flush();
                to.shutdownOutput();
                return false;
            }
            case DRIBBLE -> {
                for (int i = whole; i < read; i++) {
                    out.write(buffer[i]);
                    out.flush();
                    TimeUnit.MICROSECONDS.sleep(200);
                }
            }
            case DELAY -> {
                TimeUnit.MILLISECONDS.sleep(30);
                out.write(buffer, whole, read - whole);
            }
            case NONE, SILENCE -> {}
        }
        return true;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        // one side is gone; so is this half of the connection
                    }
                },
                "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
