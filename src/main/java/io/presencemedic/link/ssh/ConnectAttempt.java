package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusedPasswords;
import java.util.Locale;
import java.util.Objects;
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
    private volatile @Nullable Farewell farewell;
    private volatile @Nullable Throwable trouble;
    private volatile boolean withoutCommonAlgorithm;

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

    /** The node ended the connection. */
    void farewell(Farewell said) {
        farewell = said;
    }

    /** The connection did not survive this; only the first counts. */
    void trouble(Throwable cause) {
        if (trouble == null) {
            trouble = cause;
        }
    }

    /** The two sides have not found an algorithm that both know. */
    void withoutCommonAlgorithm() {
        withoutCommonAlgorithm = true;
    }

    boolean isWithoutCommonAlgorithm() {
        return withoutCommonAlgorithm;
    }

    /** Whether the node ended the connection because it has too many. */
    boolean isOneTooMany() {
        Farewell said = farewell;
        return said != null && said.isOneTooMany();
    }

    /**
     * Why the connection ended, for a person.
     *
     * @param otherwise for when neither the node nor the connection has said it
     */
    String lastWords(String otherwise) {
        Farewell said = farewell;
        if (said != null && !said.words().isEmpty()) {
            return said.words();
        }
        Throwable broke = trouble;
        return broke == null
                ? otherwise
                : Objects.requireNonNullElseGet(
                        broke.getMessage(), () -> broke.getClass().getSimpleName());
    }
}
