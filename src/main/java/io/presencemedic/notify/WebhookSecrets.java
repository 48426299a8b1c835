package io.presencemedic.notify;

import io.presencemedic.database.PrivateFile;
import io.presencemedic.database.StartFailure;
import io.presencemedic.notify.signature.SecretSeal;
import io.presencemedic.notify.signature.WebhookSecret;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Seals signing secrets with the configured key, or with one that is made and kept in the home folder. */
@Startup
@ApplicationScoped
class WebhookSecrets {
    private static final Logger LOG = Logger.getLogger(WebhookSecrets.class);
    private static final String KEY = "medic.notify.secret-key";

    private final SecretSeal seal;

    WebhookSecrets(NotifyConfig config, @ConfigProperty(name = "medic.home") String home) {
        Path file = Path.of(home).toAbsolutePath().normalize().resolve("webhook-key");
        this.seal = new SecretSeal(config.secretKey().map(key -> key(key, KEY)).orElseGet(() -> inFile(file)));
    }

    String seal(UUID webhook, WebhookSecret secret) {
        return seal.seal(webhook, secret);
    }

    Optional<WebhookSecret> open(UUID webhook, String sealed) {
        return seal.open(webhook, sealed);
    }

    private static byte[] inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                write(file);
            }
            return key(Files.readString(file).strip(), "The file " + file);
        } catch (IOException e) {
            throw new StartFailure(
                    "The key that seals the secrets of webhooks cannot be kept in " + file + " (" + e
                            + "). Make the folder writable or set " + KEY + ".",
                    e);
        }
    }

    private static void write(Path file) throws IOException {
        try {
            PrivateFile.write(file, Base64.getEncoder().encodeToString(SecretSeal.randomKey()) + "\n");
            LOG.infof(
                    "A key that seals the secrets of webhooks was made in %s. Several replicas need the same: %s.",
                    file, KEY);
        } catch (FileAlreadyExistsException e) {
            // Another process on the same folder was faster; its key is as good.
        }
    }

    private static byte[] key(String text, String where) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == SecretSeal.KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(where);
        }
        throw unusable(where);
    }

    private static StartFailure unusable(String where) {
        return new StartFailure(where + " must hold the base64 of " + SecretSeal.KEY_BYTES + " random bytes.");
    }
}
