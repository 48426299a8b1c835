package io.presencemedic.cluster;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in {@code trustedCertificates}: PEM certificates and nothing else (RFC 7468). */
final class Certificates {
    private static final Pattern BLOCKS =
            Pattern.compile("\\s*(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]++-----END CERTIFICATE-----\\s*+)++");

    private Certificates() {}

    /** What is wrong with the text, if anything. */
    static Optional<String> complaint(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            return Optional.of("holds a private key; send certificates only");
        }
        if (!BLOCKS.matcher(pem).matches()) {
            return Optional.of("must be certificates in PEM form and nothing else");
        }
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return Optional.empty();
        } catch (CertificateException e) {
            return Optional.of("holds a certificate that cannot be read");
        }
    }
}
