package io.presencemedic.cluster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cluster as a caller writes it: what may be left out has a default. */
record ClusterDocument(
        @Nullable @Pattern(regexp = SLUG, message = SLUG_MESSAGE)
        String id,

        @Nullable
        @Pattern(
                regexp = "[^\\x00-\\x1F\\x7F-\\x9F]{1,200}",
                message = "must be 1 to 200 characters without line breaks")
        String displayName,

        @NotNull @Valid Accounts credentials,
        @Nullable Transport transport,
        @Nullable Boolean legacyAlgorithms,
        @Nullable @Size(max = 262_144) String trustedCertificates,
        @NotNull @Size(min = 1, max = 60) List<@NotNull @Valid Server> nodes,
        @Nullable Boolean simulated) {
    static final String SLUG = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    static final String SLUG_MESSAGE =
            "must be 1 to 63 lower-case letters, digits or hyphens, beginning and ending with a letter or digit";
    private static final String REFERENCE = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";
    private static final String REFERENCE_MESSAGE =
            "must be the name of a credential: 1 to 63 letters, digits, dots, hyphens or underscores";

    /** The credentials, by name. */
    record Accounts(
            @NotNull @Pattern(regexp = REFERENCE, message = REFERENCE_MESSAGE)
            String platform,

            @NotNull @Pattern(regexp = REFERENCE, message = REFERENCE_MESSAGE)
            String application) {}

    /** A node. */
    record Server(
            @NotNull @Pattern(regexp = SLUG, message = SLUG_MESSAGE)
            String name,

            @NotNull NodeRole role,
            @NotNull @Size(min = 1, max = 253) String host,
            @Nullable @Min(1) @Max(65_535) Integer sshPort,
            @Nullable @Min(1) @Max(65_535) Integer httpsPort,

            @Nullable
            @Pattern(
                    regexp = "SHA256:[A-Za-z0-9+/]{43}",
                    message = "must be a fingerprint as OpenSSH prints it: SHA256: and 43 characters")
            String hostKey) {
        Node node() {
            return new Node(
                    name,
                    role,
                    host,
                    sshPort == null ? Node.DEFAULT_SSH_PORT : sshPort,
                    httpsPort == null ? Node.DEFAULT_HTTPS_PORT : httpsPort,
                    hostKey);
        }
    }

    /** The cluster under this id. */
    Cluster cluster(String identity) {
        return new Cluster(
                identity,
                displayName == null ? identity : displayName,
                new CredentialNames(credentials.platform(), credentials.application()),
                transport == null ? Transport.SSH_WITH_SOAP : transport,
                legacyAlgorithms != null && legacyAlgorithms,
                trustedCertificates,
                nodes.stream().map(Server::node).toList(),
                false);
    }
}
