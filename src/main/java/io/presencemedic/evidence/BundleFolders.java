package io.presencemedic.evidence;

import io.presencemedic.evidence.redaction.Redaction;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folders of all bundles, by the ids of their jobs. */
@ApplicationScoped
class BundleFolders {
    private static final Redaction REDACTION = Redaction.ofSecrets();

    private final Path all;
    private final Room room;
    private final ObjectMapper json;
    private final Clock clock;

    BundleFolders(
            EvidenceConfig config, @ConfigProperty(name = "medic.home") Path home, ObjectMapper json, Clock clock) {
        this.all = config.dir().orElseGet(() -> home.resolve("evidence")).toAbsolutePath();
        this.room = new Room(all, config);
        this.json = json;
        this.clock = clock;
    }

    /** The folder of a bundle; it need not exist. */
    BundleFolder of(UUID bundle) {
        return new BundleFolder(all.resolve(bundle.toString()), room, new Redactor((in, out) -> REDACTION.copy(in, out).masked()), json, clock);
    }

    Instant now() {
        return clock.instant();
    }
}
