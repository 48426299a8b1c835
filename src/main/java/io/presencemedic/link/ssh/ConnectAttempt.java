package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusedPasswords;
import java.util.Locale;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.jspecify.annotations.Nullable;

/** One attempt to reach a node: what it is made with, and what the node's side said while it was made. */
final class ConnectAttempt {
    static final AttributeKey<ConnectAttempt> KEY = new AttributeKey<>();

    final Node node;
    final Credential credential;
    final Algorithms algorithms;
    final HostKeyCheck hostKey;
    final SinglePasswordAttempt password;
    final RefusedPasswords.Login login;
    private volatile @Nullable String farewell;

    /** @param cluster id of the node's cluster */
    ConnectAttempt(String cluster, Node node, Credential credential, Algorithms algorithms, HostKeyCheck hostKey) {
        this.node = node;
        this.credential = credential;
        this.algorithms = algorithms;
        this.hostKey = hostKey;
        this.login = new RefusedPasswords.Login(
                cluster,
                RefusedPasswords.Way.SSH,
                node.host().toLowerCase(Locale.ROOT) + ":" + node.sshPort(),
                credential);
        this.password = new SinglePasswordAttempt(credential.password());
    }

    /** The node ended the connection with these words. */
    void farewell(String words) {
        if (farewell == null) {
            farewell = words;
        }
    }

    /** The words with which the node ended the connection; null where it said none. */
    @Nullable
    String farewell() {
        return farewell;
    }
}
