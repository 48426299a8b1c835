package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.jspecify.annotations.Nullable;

/** The host key of a node, and another one for the fault that shows a changed key. */
final class NodeHostKeys implements KeyPairProvider {
    private static final int BITS = 256;
    private static final int RSA_BITS = 2048;

    private final String node;
    private final Faults faults;
    private final KeyPairProvider own;
    private final KeyPairProvider other;
    private final KeyPairProvider old;

    NodeHostKeys(String node, Path folder, Faults faults) {
        this.node = node;
        this.faults = faults;
        own = keptIn(folder.resolve(node + ".hostkey"), KeyUtils.EC_ALGORITHM, BITS);
        other = keptIn(folder.resolve(node + ".otherhostkey"), KeyUtils.EC_ALGORITHM, BITS);
        old = keptIn(folder.resolve(node + ".rsahostkey"), KeyUtils.RSA_ALGORITHM, RSA_BITS);
    }

    /** The fingerprint of the node's own key, as OpenSSH prints it. */
    String fingerprint() throws IOException {
        try {
            KeyPair key = own.loadKeys(null).iterator().next();
            return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IOException("The host key of " + node + " cannot be read; delete it and it is made anew.", e);
        }
    }

    @Override
    public Iterable<KeyPair> loadKeys(@Nullable SessionContext session) throws IOException, GeneralSecurityException {
        if (ServerAlgorithms.of(session) == ServerAlgorithms.OLD) {
            return old.loadKeys(session);
        }
        return (faults.isOn(node, Channel.SSH, FaultKind.CHANGE_HOST_KEY) ? other : own).loadKeys(session);
    }

    private static KeyPairProvider keptIn(Path file, String algorithm, int bits) {
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(file);
        keys.setAlgorithm(algorithm);
        keys.setKeySize(bits);
        return keys;
    }
}
