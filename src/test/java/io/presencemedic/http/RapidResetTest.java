package io.presencemedic.http;

import static io.presencemedic.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client of HTTP/2 that asks and takes it back at once, again and again, loses its connection. */
@BesideTheService
class RapidResetTest {
    private static final int CANCEL = 8;
    private static final int HONEST = 50;
    /** Above this service's limit and below the framework's own. */
    private static final int FLOOD = 150;

    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int CONTINUATION = 9;
    private static final int CONTINUATIONS = 1_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void listen() throws Exception {
        HttpConfig config = new SmallRyeConfigBuilder()
                .withMapping(HttpConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("medic.http.h2c", "true"), "test", 100))
                .build()
                .getConfigMapping(HttpConfig.class);
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        new ServerSettings(config).customizeHttpServer(options);
        server = vertx.createHttpServer(options)
                .requestHandler(request -> asked.incrementAndGet())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
        client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false)
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(server.actualPort()))
                .withConnectHandler(connection -> connection.closeHandler(end -> closed.incrementAndGet()))
                .build();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    private void askAndTakeBack(int times) {
        for (int i = 0; i < times; i++) {
            client.request(HttpMethod.GET, "/").onSuccess(request -> {
                request.exceptionHandler(taken -> {});
                request.sendHead().onSuccess(sent -> request.reset(CANCEL));
            });
        }
    }

    @Test
    void aFloodEndsTheConnection() {
        askAndTakeBack(FLOOD);
        eventually().until(() -> closed.get() > 0);
    }

    @Test
    void whoTakesAFewBackKeepsIt() {
        askAndTakeBack(HONEST);
        eventually().until(() -> asked.get() == HONEST);
        assertThat(closed).hasValue(0);
    }

    /** A head that goes on in frames without content: the connection ends long before they do. */
    @Test
    void aHeadThatNeverEndsEndsTheConnection() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(frame(SETTINGS, 0));
            out.write(frame(HEADERS, 1));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < CONTINUATIONS; i++) {
                            out.write(frame(CONTINUATION, 1));
                        }
                        throw new IOException("all " + CONTINUATIONS + " were taken, the end: "
                                + socket.getInputStream().readAllBytes().length);
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining("were taken");
        }
        assertThat(asked).hasValue(0);
    }

    /** A frame of no content and no flags. */
    private static byte[] frame(int type, int stream) {
        return new byte[] {0, 0, 0, (byte) type, 0, 0, 0, 0, (byte) stream};
    }
}
