package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.soap.Envelope;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator answers as it is recorded, and our own reader understands it. */
@BesideTheService
class RecordedAnswersTest {
    @RegisterExtension
    static final SharedSimulator shared = Exchanges.simulator();

    @ParameterizedTest
    @MethodSource("io.presencemedic.simulator.Exchanges#all")
    void anAnswerIsAsRecorded(Exchanges.Exchange exchange) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Exchanges.address(shared, exchange)))
                .header("Authorization", AxlClient.basic("axl", "simulator"))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", exchange.action())
                .POST(HttpRequest.BodyPublishers.ofByteArray(exchange.request()))
                .build();
        HttpResponse<String> answer = AxlClient.trusting(shared.simulator()).send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(exchange.recorded(answer.body()));
        assertThat(Envelope.read(
                        exchange.operation(),
                        new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8))))
                .isNotNull();
    }
}
