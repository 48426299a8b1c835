package io.presencemedic.access;

import io.presencemedic.database.Blocking;
import io.presencemedic.database.PrivateFile;
import io.presencemedic.database.StartFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sees to it that somebody can get in: the configured admin key, or one that is made and left in the home folder. */
@ApplicationScoped
class BootstrapKey {
    private static final Logger LOG = Logger.getLogger(BootstrapKey.class);
    private static final String NAME = "bootstrap";
    private static final Pattern STRONG = Pattern.compile("[\\x21-\\x7E]{32,255}");

    private static final int FEWEST_DIFFERENT = 10;

    private final ApiKeys keys;
    private final KeyRing ring;
    private final GroupGrants groups;
    private final AccessConfig config;
    private final Path file;

    BootstrapKey(
            ApiKeys keys,
            KeyRing ring,
            GroupGrants groups,
            AccessConfig config,
            @ConfigProperty(name = "medic.home") String home) {
        this.keys = keys;
        this.ring = ring;
        this.groups = groups;
        this.config = config;
        this.file = Path.of(home).toAbsolutePath().normalize().resolve("admin-key");
    }

    void provide(@Observes StartupEvent started) {
        if (!config.bootstrapEnabled()) {
            switchOff();
        } else if (config.bootstrapKey().isPresent()) {
            Secret secret = strong(config.bootstrapKey().get(), "medic.access.bootstrap-key");
            Blocking.await(keys.putAdmin(NAME, secret));
        } else if (!Blocking.await(keys.hasAdminBesides(""))) {
            Secret secret = secretInFile();
            Blocking.await(keys.putAdmin(NAME, secret));
            LOG.info("The first admin key is in the file " + file);
        }
        Blocking.await(ring.refresh());
    }

    private void switchOff() {
        if (!groups.hasAdministrators() && !Blocking.await(keys.hasAdminBesides(NAME))) {
            throw new StartFailure(
                    "medic.access.bootstrap-enabled is false and there is no other admin key, nor a group"
                            + " of administrators. Make an admin key with the first one before you switch it off.");
        }
        Blocking.await(keys.removeNamed(NAME));
    }

    private Secret secretInFile() {
        try {
            if (Files.exists(file)) {
                return strong(Files.readString(file).strip(), "The file " + file);
            }
            Secret secret = Secret.random();
            Files.createDirectories(file.getParent());
            PrivateFile.write(file, secret.value() + "\n");
            return secret;
        } catch (IOException e) {
            throw new StartFailure(
                    "The first admin key cannot be kept in " + file + " (" + e
                            + "). Make the folder writable or set medic.access.bootstrap-key.",
                    e);
        }
    }

    /** @throws StartFailure where the key could be guessed */
    static Secret strong(String key, String where) {
        if (!STRONG.matcher(key).matches() || key.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw new StartFailure(where + " must hold 32 to 255 printable ASCII characters without blanks, at least "
                    + FEWEST_DIFFERENT + " different ones. A good one: openssl rand -hex 32");
        }
        return new Secret(key);
    }
}
