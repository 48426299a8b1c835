package io.presencemedic.job.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A line to the database whose host can vanish: what is open stays open, and nothing comes any more. Who comes after
 * that finds the host that took its place.
 */
final class MutingProxy implements AutoCloseable {
    private final String host;
    private final int port;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile AtomicBoolean mute = new AtomicBoolean();
    private volatile @Nullable String lastWord;

    MutingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The host vanishes now. */
    void vanish() {
        AtomicBoolean gone = mute;
        mute = new AtomicBoolean();
        gone.set(true);
    }

    /** The host vanishes as soon as it is told this. */
    void vanishAt(String word) {
        lastWord = word;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Socket database = new Socket(host, port);
                open.add(caller);
                open.add(database);
                AtomicBoolean gone = mute;
                threads.execute(() -> pass(caller, database, gone));
                threads.execute(() -> pass(database, caller, gone));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, AtomicBoolean gone) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String last = lastWord;
                if (last != null && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(last)) {
                    lastWord = null;
                    vanish();
                }
                if (!gone.get()) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // The other side has gone; nobody is told.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
