package io.presencemedic.simulator.soap;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.presencemedic.simulator.SimulatorContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;

/** The web server of one node. */
public final class WebServer implements AutoCloseable {
    private static final int USUAL_BACKLOG = 0;

    static {
        // Otherwise each answer waits 40 ms for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpsServer server;

    private WebServer(HttpsServer server) {
        this.server = server;
    }

    /**
     * Listens.
     *
     * @param address where; port 0 for any free one
     * @throws IOException if the port is taken
     */
    public static WebServer listen(InetSocketAddress address, SSLContext tls, SimulatorContext context, String node)
            throws IOException {
        HttpsServer server = HttpsServer.create(address, USUAL_BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(context.threads());
        serve(server, context, node, "/axl/", new AxlService(context.cluster(), node));
        serve(server, context, node, SimulatedControlCenter.PATH, new SimulatedControlCenter(context.cluster(), node));
        LogCollection logs = new LogCollection(context.cluster(), node);
        serve(server, context, node, LogCollection.PATH, logs);
        serve(server, context, node, DimeGetFile.PATH, new DimeGetFile(logs));
        server.start();
        return new WebServer(server);
    }

    private static void serve(
            HttpsServer server, SimulatorContext context, String node, String path, NodeService service) {
        server.createContext(path, new ServiceHandler(context, node, service));
    }

    /** The port on which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
