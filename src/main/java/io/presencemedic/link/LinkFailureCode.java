package io.presencemedic.link;

import java.util.Arrays;
import java.util.Optional;

/**
 * The stable codes of {@link LinkFailure}, for what is read back from a log or a fact, where the value itself is gone.
 */
public enum LinkFailureCode {
    LINK_NOT_REACHABLE,
    LINK_NOT_AUTHENTICATED,
    LINK_NOT_AUTHORISED,
    LINK_NO_CREDENTIAL,
    LINK_CREDENTIAL_BOUND,
    LINK_ADDRESS_REFUSED,
    LINK_NOT_BY_THIS_TRANSPORT,
    LINK_HOST_KEY_CHANGED,
    LINK_HOST_KEY_NOT_PINNED,
    LINK_CERTIFICATE_NOT_TRUSTED,
    LINK_LOST,
    LINK_TIMED_OUT,
    LINK_BUSY,
    LINK_REFUSED,
    LINK_NOT_UNDERSTOOD,
    LINK_FILE_TOO_LARGE,
    LINK_NO_COMMON_VERSION;

    /** The code as it stands in answers and logs; empty for a code that is not the link's. */
    public static Optional<LinkFailureCode> of(String code) {
        return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    }

    /** Whether the way to the node failed, so that the node may be down. */
    public boolean isSilence() {
        return this == LINK_NOT_REACHABLE || this == LINK_LOST || this == LINK_TIMED_OUT;
    }

    /** Whether it stays until a person has seen to it. A wrong password locks the account when it is repeated (C7). */
    public boolean isLasting() {
        return switch (this) {
            case LINK_NOT_AUTHENTICATED,
                    LINK_NO_CREDENTIAL,
                    LINK_CREDENTIAL_BOUND,
                    LINK_ADDRESS_REFUSED,
                    LINK_HOST_KEY_CHANGED,
                    LINK_HOST_KEY_NOT_PINNED,
                    LINK_CERTIFICATE_NOT_TRUSTED -> true;
            case LINK_NOT_REACHABLE,
                    LINK_NOT_AUTHORISED,
                    LINK_NOT_BY_THIS_TRANSPORT,
                    LINK_LOST,
                    LINK_TIMED_OUT,
                    LINK_BUSY,
                    LINK_REFUSED,
                    LINK_NOT_UNDERSTOOD,
                    LINK_FILE_TOO_LARGE,
                    LINK_NO_COMMON_VERSION -> false;
        };
    }
}
