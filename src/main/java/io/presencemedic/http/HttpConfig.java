package io.presencemedic.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the API. */
@ConfigMapping(prefix = "medic.http")
interface HttpConfig {
    /** How long an Idempotency-Key is remembered. */
    @WithDefault("P7D")
    Duration idempotencyRetention();

    /** Whether HTTP/2 is spoken without TLS. */
    @WithDefault("false")
    boolean h2c();

    /**
     * Whether callers show a certificate when they connect by TLS; {@code quarkus.tls.trust-store.pem.certs} says which
     * are trusted.
     */
    @WithDefault("none")
    ClientCertificates clientCertificates();
}
