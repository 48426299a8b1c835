package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainHttpNoticeTest {
    private static Optional<String> notice(Map<String, String> settings) {
        return PlainHttpNotice.of(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    @Test
    void onTheLoopbackAddressThereIsNothingToSay() {
        assertThat(notice(Map.of())).isEmpty();
        assertThat(notice(Map.of("quarkus.http.host", "localhost"))).isEmpty();
    }

    @Test
    void withoutTlsTheAddressIsNamed() {
        assertThat(notice(Map.of("quarkus.http.host", "0.0.0.0", "quarkus.http.port", "9090")))
                .hasValueSatisfying(line -> assertThat(line).contains("0.0.0.0:9090 without TLS"));
    }

    @Test
    void withTlsThereIsNothingToSay() {
        assertThat(notice(Map.of("quarkus.http.host", "0.0.0.0", "quarkus.http.ssl.certificate.files", "tls.crt")))
                .isEmpty();
    }
}
