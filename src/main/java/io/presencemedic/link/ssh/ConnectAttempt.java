package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.Node;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.jspecify.annotations.Nullable;

/** One attempt to reach a node: what it is made with, and what the node's side said while it was made. */
final class ConnectAttempt {
    static final AttributeKey<ConnectAttempt> KEY = new AttributeKey<>();

    final Node node;
    final Credential credential;
    final Algorithms algorithms;
    final HostKeyCheck hostKey;
    final SinglePasswordAttempt attempt;
    private volatile @Nullable String farewell;

    ConnectAttempt(Node node, Credential credential, Algorithms algorithms, HostKeyCheck hostKey) {
        this.node = node;
        this.credential = credential;
        this.algorithms = algorithms;
        this.hostKey = hostKey;
        this.attempt = new SinglePasswordAttempt(credential.password());
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
