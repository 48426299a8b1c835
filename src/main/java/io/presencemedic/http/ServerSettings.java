package io.presencemedic.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the server does before any of our handlers is asked: no HTTP/2 without TLS unless configured, certificates of
 * callers where they are wanted, and an end to connections that open and reset streams.
 */
@ApplicationScoped
class ServerSettings implements HttpServerOptionsCustomizer {
    private static final int MOST_RESETS_IN_A_WINDOW = 100;
    private static final int WINDOW_SECONDS = 10;
    private static final int MOST_STREAMS = 100;

    private final HttpConfig config;

    ServerSettings(HttpConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(config.h2c());
        guard(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(config.clientCertificates().setting());
        guard(options);
    }

    private static void guard(HttpServerOptions options) {
        options.setHttp2RstFloodMaxRstFramePerWindow(MOST_RESETS_IN_A_WINDOW);
        options.setHttp2RstFloodWindowDuration(WINDOW_SECONDS);
        options.getInitialSettings().setMaxConcurrentStreams(MOST_STREAMS);
    }
}
