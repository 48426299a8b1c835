package io.presencemedic;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says aloud that keys travel unencrypted, where the service listens for other machines without TLS. */
@ApplicationScoped
class PlainHttpNotice {
    private static final Logger LOG = Logger.getLogger(PlainHttpNotice.class);
    private final Config config;

    PlainHttpNotice(Config config) {
        this.config = config;
    }

    void say(@Observes StartupEvent started) {
        of(config).ifPresent(LOG::warn);
    }

    /** The warning; empty where nobody but this machine can listen, or TLS is configured. */
    static Optional<String> of(Config config) {
        HttpPort port = HttpPort.of(config);
        boolean encrypted = TlsSettings.of(config).on();
        return encrypted || port.isLoopback()
                ? Optional.empty()
                : Optional.of(
                        "The service listens on " + port.host() + ":" + port.port() + " without TLS: API keys"
                                + " can be read on the way. Put a TLS proxy in front of it, or set quarkus.tls.key-store.pem.0.cert and .key.");
    }
}
