package io.presencemedic.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How endpoints are told. */
@ConfigMapping(prefix = "medic.notify")
interface NotifyConfig {
    /** How many endpoints this process delivers to at the same time; 0 for none. */
    @WithDefault("4")
    int workers();

    /** How often is looked for messages that are due. */
    @WithDefault("PT1S")
    Duration poll();

    /** How long one attempt may take, from the look-up of the name to the last byte of the answer. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How long an endpoint is held without being renewed, on the database's clock; longer than the time limit. */
    @WithDefault("PT30S")
    Duration lease();

    /** The pauses after failed attempts; after the last one the message is given up. */
    @WithDefault("PT5S,PT5M,PT30M,PT2H,PT5H,PT10H,PT10H")
    List<Duration> retries();

    /** After how many messages in a row that were given up the endpoint is disabled. */
    @WithDefault("3")
    int givenUpBeforeDisabling();

    /** How long messages are kept, delivered or not. */
    @WithDefault("P30D")
    Duration retention();

    /** Private networks that receivers may be in, in CIDR notation. */
    Optional<List<String>> allowedNetworks();

    /** Whether a receiver may be on the service's own machine: for tests and demonstrations. */
    @WithDefault("false")
    boolean allowOwnAddresses();

    /** Whether a receiver may be told without TLS. */
    @WithDefault("false")
    boolean plainHttp();

    /** PEM file of the certificates that receivers are trusted by; without it those of the Java runtime. */
    Optional<String> trustedCertificates();

    /** Key that signing secrets are sealed with: base64 of 32 bytes; without it one is made in the home folder. */
    Optional<String> secretKey();
}
