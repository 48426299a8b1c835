package io.presencemedic.simulator;

import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.soap.WebServer;
import io.presencemedic.simulator.ssh.PlatformServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;

/** The servers of one node. */
record SimulatedNode(SimulatedEndpoint endpoint, PlatformServer platform, WebServer web) implements AutoCloseable {
    private static final InetAddress LOOPBACK = loopback();

    private interface Listener<T> {
        T on(int port) throws IOException;
    }

    static SimulatedNode start(
            SimulatorContext context,
            SimulatedNodeState node,
            Path folder,
            Future<TlsIdentity> identity,
            Optional<SimulatedEndpoint> last)
            throws IOException {
        PlatformServer platform = new PlatformServer(context, node, folder);
        int sshPort = listen(
                last.map(SimulatedEndpoint::sshPort).orElse(0),
                port -> platform.listen(LOOPBACK.getHostAddress(), port));
        SSLContext tls = TlsIdentity.of(identity).context();
        WebServer web = listen(
                last.map(SimulatedEndpoint::httpsPort).orElse(0),
                port -> WebServer.listen(new InetSocketAddress(LOOPBACK, port), tls, context, node.name()));
        SimulatedEndpoint endpoint = new SimulatedEndpoint(
                node.name(),
                node.role().name(),
                LOOPBACK.getHostAddress(),
                sshPort,
                web.port(),
                platform.fingerprint());
        return new SimulatedNode(endpoint, platform, web);
    }

    @Override
    public void close() throws IOException {
        web.close();
        platform.close();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of four octets is always one.", e);
        }
    }

    private static <T> T listen(int wanted, Listener<T> listener) throws IOException {
        try {
            return listener.on(wanted);
        } catch (BindException taken) {
            return listener.on(0);
        }
    }
}
