package io.presencemedic.evidence;

import io.presencemedic.cisco.SecretMask;
import java.io.*;
import java.nio.charset.StandardCharsets;
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
        return new BundleFolder(all.resolve(bundle.toString()), room, new Redactor(BundleFolders::masked), json, clock);
    }

    private static long masked(InputStream in, OutputStream out) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.write(SecretMask.mask(text).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    Instant now() {
        return clock.instant();
    }
}
