package io.presencemedic;

import io.presencemedic.database.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Whether the service itself serves HTTPS. Where it does, plain HTTP is closed unless
 * {@code quarkus.http.insecure-requests} says otherwise: a key that came in the clear is known to others already.
 *
 * @param on whether a certificate is configured
 */
record TlsSettings(boolean on) {
    private static final String INSECURE = "quarkus.http.insecure-requests";
    private static final String CERTIFICATE = "quarkus.tls.key-store.pem.0.cert";
    private static final String KEY = "quarkus.tls.key-store.pem.0.key";
    private static final String CLIENTS = "quarkus.tls.trust-store.pem.certs";

    private static final String RELOAD = "quarkus.tls.reload-period";

    private static final List<String> CHOICES = List.of(
            CERTIFICATE,
            "quarkus.tls.key-store.p12.path",
            "quarkus.http.tls-configuration-name",
            "quarkus.http.ssl.certificate.files",
            "quarkus.http.ssl.certificate.key-store-file");

    static TlsSettings of(Config config) {
        return new TlsSettings(CHOICES.stream()
                .anyMatch(key -> config.getOptionalValue(key, String.class).isPresent()));
    }

    /**
     * Tells the framework; called before it starts.
     *
     * @throws StartFailure where a file that is named is not there
     */
    void announce(Config config) {
        for (String key : List.of(CERTIFICATE, KEY, CLIENTS)) {
            config.getOptionalValue(key, String.class).ifPresent(file -> requireReadable(key, file));
        }
        // The framework does not find them by the names of environment variables alone.
        for (String key : List.of(CERTIFICATE, KEY, CLIENTS, RELOAD)) {
            config.getOptionalValue(key, String.class).ifPresent(value -> System.setProperty(key, value));
        }
        if (on && config.getOptionalValue(INSECURE, String.class).isEmpty()) {
            System.setProperty(INSECURE, "disabled");
        }
    }

    private static void requireReadable(String key, String file) {
        if (!Files.isReadable(Path.of(file))) {
            throw new StartFailure("The file " + file + " of " + key
                    + " is missing or cannot be read. Put it there, correct its rights, or correct " + key + ".");
        }
    }
}
