package io.presencemedic.evidence;

import java.util.Set;

/** Failures of the link that meet everything that a node is asked for. */
final class Obstacles {
    private static final Set<String> LASTING = Set.of(
            "LINK_NOT_AUTHENTICATED",
            "LINK_NO_CREDENTIAL",
            "LINK_HOST_KEY_CHANGED",
            "LINK_HOST_KEY_NOT_PINNED",
            "LINK_CERTIFICATE_NOT_TRUSTED");

    private static final String UNREACHABLE = "LINK_NOT_REACHABLE";

    private Obstacles() {}

    /** Whether it stays until a person has seen to it. A wrong password locks the account when it is repeated (C7). */
    static boolean isLasting(String code) {
        return LASTING.contains(code);
    }

    /** Whether the node could not be reached. */
    static boolean isUnreachable(String code) {
        return code.equals(UNREACHABLE);
    }
}
