package io.presencemedic.evidence.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.redaction.Pseudonyms;
import io.presencemedic.redaction.Redaction;
import io.presencemedic.runbook.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The folders of all bundles, by the ids of their jobs. */
@ApplicationScoped
public class BundleDirectories {
    private static final Logger LOG = Logger.getLogger(BundleDirectories.class);
    private static final String KEY = "pseudonyms";

    private final SecureRandom random = new SecureRandom();
    private final Path all;
    private final DiskQuota quota;
    private final ObjectMapper json;
    private final Clock clock;

    /** The folders below the configured one, or below this home where none is configured. */
    public BundleDirectories(
            EvidenceConfig config, @ConfigProperty(name = "medic.home") Path home, ObjectMapper json, Clock clock) {
        this.all = config.dir().orElseGet(() -> home.resolve("evidence")).toAbsolutePath();
        this.quota = new DiskQuota(all, config);
        this.json = json;
        this.clock = clock;
    }

    /**
     * Opens the folder of a bundle that is collected.
     *
     * @param pseudonyms whether names and addresses are replaced, by the same ones in all files of a bundle
     */
    public record Opening(BundleDirectories all, boolean pseudonyms) {
        /** @throws IOException where what has to be known before anything is written cannot be kept */
        public BundleDirectory open(UUID bundle) throws IOException {
            BundleDirectory plain = all.of(bundle);
            return pseudonyms ? all.folder(bundle, Redaction.withPseudonyms(all.pseudonyms(plain))) : plain;
        }

        /** The line ends, and with it the job: what cannot be kept is not asked for either. */
        public Decision.Fail notKept(UUID bundle, IOException why) {
            return all.notKept(bundle, why);
        }
    }

    /** The folder that holds them all; it need not exist. */
    Path all() {
        return all;
    }

    /** The folder of a bundle, to look at; it need not exist. */
    public BundleDirectory of(UUID bundle) {
        return folder(bundle, Redaction.ofSecrets());
    }

    /** How a bundle's folder is opened for what is collected. */
    public Opening opening(boolean pseudonyms) {
        return new Opening(this, pseudonyms);
    }

    /** Why something could not be written or removed. */
    public WriteFailure failure(IOException why) {
        return WriteFailure.of(why, quota);
    }

    /** How a line ends that could not keep what it has to, told in the log as well. */
    public Decision.Fail notKept(UUID bundle, IOException why) {
        WriteFailure failure = failure(why);
        LOG.errorf("The bundle %s cannot be kept (%s): %s.", bundle, failure.code(), failure.reason());
        return new Decision.Fail(failure.code(), "the bundle cannot be kept: " + failure.reason());
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

    /** Now, for what is written down. */
    public Instant now() {
        return clock.instant();
    }
}
