package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkConfig.HostKeys;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/** Compares the host key that a node shows with the pinned one, before anything secret is sent. */
final class HostKeyCheck implements ServerKeyVerifier {
    private final Node node;
    private final @Nullable String pinned;
    private final HostKeys mode;
    private volatile @Nullable String shown;
    private volatile @Nullable LinkFailure refusal;

    /** @param pinned fingerprint that the inventory or this link knows; null where there is none */
    HostKeyCheck(Node node, @Nullable String pinned, HostKeys mode) {
        this.node = node;
        this.pinned = pinned;
        this.mode = mode;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        shown = fingerprint;
        refusal = refusal(fingerprint);
        return refusal == null;
    }

    private @Nullable LinkFailure refusal(String fingerprint) {
        if (pinned == null) {
            return mode == HostKeys.PINNED ? new TrustFailure.HostKeyNotPinned(node.name(), fingerprint) : null;
        }
        return matches(pinned, fingerprint) ? null : new TrustFailure.HostKeyChanged(node.name(), pinned, fingerprint);
    }

    /** Whether both are the same fingerprint, with or without the digest's name in front and padding behind. */
    static boolean matches(String pinned, String fingerprint) {
        return bare(pinned).equals(bare(fingerprint));
    }

    private static String bare(String fingerprint) {
        return fingerprint.strip().replaceFirst("^(?i)SHA256:", "").replaceFirst("=+$", "");
    }

    /** The fingerprint that the node showed; null before the key exchange. */
    @Nullable
    String shown() {
        return shown;
    }

    /** Why the key was refused; null where it was not. */
    @Nullable
    LinkFailure refusal() {
        return refusal;
    }
}
