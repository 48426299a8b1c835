package io.presencemedic;

import io.presencemedic.database.StartFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/**
 * Where the service is going to listen. Tried before anything else is started, because a service that is half up has
 * much to stop.
 *
 * @param host address or name
 * @param port 1 to 65535; 0 for any free one
 */
record HttpPort(String host, int port) {
    private static final int USUAL = 8080;
    /** Lower ports may be refused to whom they do not belong. */
    private static final int FIRST_OF_ANYBODY = 1024;

    private static final int USUAL_TLS = 8443;
    private static final String KEY = "quarkus.http.port";
    private static final String TLS_KEY = "quarkus.http.ssl-port";

    static HttpPort of(Config config) {
        boolean tls = TlsSettings.of(config).on();
        return new HttpPort(
                config.getOptionalValue("quarkus.http.host", String.class).orElse("127.0.0.1"),
                config.getOptionalValue(tls ? TLS_KEY : KEY, Integer.class).orElse(tls ? USUAL_TLS : USUAL));
    }

    /** @throws StartFailure where another process listens there, or nobody can */
    void requireFree() {
        try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            trial.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure(complaint(e), e);
        }
    }

    /** Whether only this machine can reach it. */
    boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private String complaint(IOException failure) {
        return failure instanceof BindException && port >= FIRST_OF_ANYBODY && isOwnAddress()
                ? inUse(port)
                : "The service cannot listen on " + host + ":" + port + " (" + failure.getMessage()
                        + "). Correct quarkus.http.host or quarkus.http.port.";
    }

    /** A port that nobody uses can be had there. */
    private boolean isOwnAddress() {
        try (ServerSocket trial = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return trial.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static String inUse(int port) {
        return "Port " + port
                + " is in use by another process. Stop that process, or set quarkus.http.port to a free port.";
    }
}
