package io.presencemedic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to the service that can be cut: from then on it passes nothing on, until it is made again. */
final class CuttingProxy implements AutoCloseable {
    private final int target;
    private final int bytesBeforeTheCut;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger cuts = new AtomicInteger();

    /** Each answer of more bytes than these is cut there. */
    CuttingProxy(int target, int bytesBeforeTheCut) throws IOException {
        this.target = target;
        this.bytesBeforeTheCut = bytesBeforeTheCut;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** How often a connection was cut. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(caller);
                open.add(service);
                threads.execute(() -> pass(caller, service, Integer.MAX_VALUE));
                threads.execute(() -> pass(service, caller, bytesBeforeTheCut));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, int limit) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[512];
            int passed = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                passed += read;
                if (passed > limit) {
                    cuts.incrementAndGet();
                    return;
                }
            }
        } catch (IOException e) {
            // The other side has gone; so does this one.
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
