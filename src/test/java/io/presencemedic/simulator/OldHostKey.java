package io.presencemedic.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/**
 * The host key of simulated nodes that know old algorithms only. A node makes its own where it finds none, which takes
 * seconds: RSA wants large primes. So the tests' nodes find one.
 */
public final class OldHostKey {
    private static final byte[] KEPT = make();

    private OldHostKey() {}

    /** Lays it down for a node, before anybody connects to it, in the home of the simulator that plays it. */
    public static void of(String node, Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("simulator"));
        Files.write(folder.resolve(node + ".rsahostkey"), KEPT);
    }

    private static byte[] make() {
        try {
            Path file = Files.createTempDirectory("medic-old-key").resolve("key");
            SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(file);
            keys.setAlgorithm(KeyUtils.RSA_ALGORITHM);
            keys.setKeySize(2048);
            keys.loadKeys(null);
            byte[] kept = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(file.getParent());
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
