package io.presencemedic.link.ssh;

import org.apache.sshd.common.SshConstants;
import org.jspecify.annotations.Nullable;

/**
 * How a node ended the connection in due form (RFC 4253, section 11.1).
 *
 * @param code one of {@code SSH2_DISCONNECT_*}
 * @param words the node's; may be empty
 */
record Farewell(int code, String words) {
    static Farewell of(int code, @Nullable String words) {
        return new Farewell(code, words == null ? "" : words.strip());
    }

    /** Whether the node has too many connections: by the code for that, or in its own words. */
    boolean isOneTooMany() {
        return code == SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS || ConnectRefusal.isSessionLimit(words);
    }
}
