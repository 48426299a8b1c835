package io.presencemedic.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.redaction.Pseudonyms;
import io.presencemedic.redaction.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folders of all bundles, by the ids of their jobs. */
@ApplicationScoped
class BundleDirectories {
    private static final String KEY = "pseudonyms";

    private final SecureRandom random = new SecureRandom();
    private final Path all;
    private final DiskQuota quota;
    private final ObjectMapper json;
    private final Clock clock;

    BundleDirectories(
            EvidenceConfig config, @ConfigProperty(name = "medic.home") Path home, ObjectMapper json, Clock clock) {
        this.all = config.dir().orElseGet(() -> home.resolve("evidence")).toAbsolutePath();
        this.quota = new DiskQuota(all, config);
        this.json = json;
        this.clock = clock;
    }

    /** Opens the folder of a bundle that is collected. */
    interface Opening {
        /** @throws IOException where what has to be known before anything is written cannot be kept */
        BundleDirectory open(UUID bundle) throws IOException;
    }

    /** The folder that holds them all; it need not exist. */
    Path all() {
        return all;
    }

    /** The folder of a bundle, to look at; it need not exist. */
    BundleDirectory of(UUID bundle) {
        return folder(bundle, Redaction.ofSecrets());
    }

    /** How a bundle's folder is opened for what is collected: with pseudonyms, these are the same in all its files. */
    Opening opening(boolean pseudonyms) {
        return pseudonyms ? bundle -> folder(bundle, Redaction.withPseudonyms(pseudonyms(of(bundle)))) : this::of;
    }

    private BundleDirectory folder(UUID bundle, Redaction redaction) {
        return new BundleDirectory(all.resolve(bundle.toString()), quota, redaction, json, clock);
    }

    /** The key is kept only while the bundle is collected. */
    private Pseudonyms pseudonyms(BundleDirectory folder) throws IOException {
        Optional<byte[]> known = folder.note(KEY, byte[].class);
        byte[] key = known.isPresent() ? known.get() : Pseudonyms.newKey(random);
        if (known.isEmpty()) {
            folder.note(KEY, key);
        }
        return new Pseudonyms(key);
    }

    Instant now() {
        return clock.instant();
    }
}
