package io.presencemedic.link;

import io.presencemedic.cluster.NodeAddresses;
import io.presencemedic.cluster.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Why a node did not answer as it should. Every failure has a stable code, names the node, and says what to do. */
public sealed interface LinkFailure {
    /** The node, by its name in the inventory. */
    String node();

    /** Stable code, such as {@code LINK_LOST}. */
    String code();

    /** What happened and what to do, for a person; never a secret. */
    String detail();

    /** Whether the same request may succeed a little later without anybody doing anything. */
    default boolean passing() {
        return false;
    }

    /**
     * Whether what a job has begun is worth waiting for it, although it may as well be that a person has to see to it:
     * the service is not there, and may be only about to come up.
     */
    default boolean mayComeBack() {
        return passing();
    }

    /** A failure that may be over a little later. */
    sealed interface Passing extends LinkFailure {
        @Override
        default boolean passing() {
            return true;
        }
    }

    /** A failure before anything of the request left this process: the node has not heard it. */
    sealed interface NeverSent extends LinkFailure {}

    /** No connection could be made. */
    record NotReachable(String node, String address, String why) implements Passing, NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_NOT_REACHABLE.name();
        }

        @Override
        public String detail() {
            return node + " cannot be reached at " + address + ": " + why
                    + ". Check that the node is up and the port is open.";
        }
    }

    /**
     * The account was refused. Never tried again by itself: the third wrong password locks the account (C7).
     *
     * @param node the node that was to be reached
     * @param account the account
     * @param refusedBy the node that refused it, which may be another one that was asked at the same time
     * @param refusedAt when it did so, if it was before this attempt; then nothing was sent
     */
    record NotAuthenticated(
            String node,
            String account,
            String refusedBy,
            @Nullable Instant refusedAt) implements NeverSent {
        /** The node has just refused the account. */
        public NotAuthenticated(String node, String account) {
            this(node, account, node, null);
        }

        @Override
        public String code() {
            return LinkFailureCode.LINK_NOT_AUTHENTICATED.name();
        }

        @Override
        public String detail() {
            String remedy = " Correct the credential, or let it be tried again with POST"
                    + " /api/v1/clusters/{cluster}/credentials/retry; three wrong passwords lock the account.";
            if (!refusedBy.equals(node)) {
                return refusedBy + " refused the account \"" + account + "\", so it was not tried on " + node + "."
                        + remedy;
            }
            return refusedAt == null
                    ? node + " refused the account \"" + account + "\"; it is not tried again." + remedy
                    : node + " refused the account \"" + account + "\" on "
                            + refusedAt.truncatedTo(ChronoUnit.SECONDS)
                            + ", and its password is still the same, so nothing was sent." + remedy;
        }
    }

    /** The account is known and lacks a permission. */
    record NotAuthorised(String node, String account, String operation) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_NOT_AUTHORISED.name();
        }

        @Override
        public String detail() {
            return node + " does not let the account \"" + account + "\" do " + operation
                    + ". Give the account the role it needs.";
        }
    }

    /** The configuration holds no value for a credential that the inventory names. */
    record NoCredential(String node, String name) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_NO_CREDENTIAL.name();
        }

        @Override
        public String detail() {
            return "No credential called \"" + name + "\" is configured for " + node + ". Set medic.credentials.\""
                    + name + "\".username and .password, or mount it under medic.credentials-dir.";
        }
    }

    /** The credential is bound to other hosts. Nothing was sent. */
    record CredentialBound(String node, String host, String name) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_CREDENTIAL_BOUND.name();
        }

        @Override
        public String detail() {
            return "The credential \"" + name + "\" is not for " + node + " at " + host
                    + ", so nothing was sent. Name the host in medic.credentials.\"" + name
                    + "\".hosts, or bind the credential anew with PUT /api/v1/credentials/" + name + "/binding.";
        }
    }

    /** The host leads to an address that is no node's. Nothing was sent. */
    record AddressRefused(String node, String host, String what) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_ADDRESS_REFUSED.name();
        }

        @Override
        public String detail() {
            return "The host " + host + " of " + node + " is " + what
                    + ", so nothing was sent. Correct the host, or name its network in " + NodeAddresses.KEY + ".";
        }
    }

    /** The cluster's transport rules the only way out by which this could be done. Nothing was sent. */
    record NotByThisTransport(String node, String during, Transport transport, String why) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_NOT_BY_THIS_TRANSPORT.name();
        }

        @Override
        public String detail() {
            return "\"" + during + "\" cannot be done on " + node + ": " + why + ", and the cluster's transport is "
                    + transport + ". Do it by hand, or change the cluster's transport in the inventory.";
        }
    }

    /** The node showed another SSH host key than the pinned one. */
    record HostKeyChanged(String node, String pinned, String shown) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_HOST_KEY_CHANGED.name();
        }

        @Override
        public String detail() {
            return node + " showed the host key " + shown + " where " + pinned
                    + " is pinned. Nothing was sent. If the node was rebuilt, update its hostKey in the inventory.";
        }
    }

    /** The node has no pinned host key and first-use pinning is switched off. */
    record HostKeyNotPinned(String node, String shown) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_HOST_KEY_NOT_PINNED.name();
        }

        @Override
        public String detail() {
            return node + " showed the host key " + shown
                    + " and none is pinned. Compare it and put it into the inventory as hostKey.";
        }
    }

    /** The web service showed a certificate that is not trusted for this cluster. */
    record CertificateNotTrusted(String node, String why) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_CERTIFICATE_NOT_TRUSTED.name();
        }

        @Override
        public String detail() {
            return node + " showed a certificate that is not trusted: " + why
                    + ". Put its CA (or the certificate itself) into the cluster's trustedCertificates.";
        }
    }

    /** The connection ended while an answer was due. Whether a change took effect is not known. */
    record Lost(String node, String during, String why) implements Passing {
        @Override
        public String code() {
            return LinkFailureCode.LINK_LOST.name();
        }

        @Override
        public String detail() {
            return "The connection to " + node + " was lost during \"" + during + "\": " + why + ".";
        }
    }

    /** This service itself gave the link up, which says nothing about the node. */
    record GivenUp(String node, String during) implements Passing {
        @Override
        public String code() {
            return LinkFailureCode.LINK_LOST.name();
        }

        @Override
        public String detail() {
            return "The connection to " + node + " was lost during \"" + during + "\": the link was closed.";
        }
    }

    /** No answer within the patience. Whether a change took effect is not known. */
    record TimedOut(String node, String during, Duration patience) implements Passing {
        @Override
        public String code() {
            return LinkFailureCode.LINK_TIMED_OUT.name();
        }

        @Override
        public String detail() {
            return node + " did not finish \"" + during + "\" within " + patience + ".";
        }
    }

    /** The node's limit of sessions or requests is reached. */
    record Busy(String node, String during, String words) implements Passing, NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_BUSY.name();
        }

        @Override
        public String detail() {
            return node + " is busy and refused \"" + during + "\": " + words;
        }
    }

    /** The platform refused the command or operation in its own words. */
    record Refused(String node, String during, String words) implements LinkFailure {
        @Override
        public String code() {
            return LinkFailureCode.LINK_REFUSED.name();
        }

        @Override
        public String detail() {
            return node + " refused \"" + during + "\": " + words;
        }
    }

    /** The node's web server runs and does not have the web service: it is stopped, or about to come up. */
    record NotServing(String node, String during, String words) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_REFUSED.name();
        }

        @Override
        public boolean mayComeBack() {
            return true;
        }

        @Override
        public String detail() {
            return node + " refused \"" + during + "\": " + words;
        }
    }

    /** The answer does not follow the grammar of the command or operation. */
    record NotUnderstood(String node, String during, int line, String text, String why) implements LinkFailure {
        @Override
        public String code() {
            return LinkFailureCode.LINK_NOT_UNDERSTOOD.name();
        }

        @Override
        public String detail() {
            return "The answer of " + node + " to \"" + during + "\" was not understood at line " + line + " (\"" + text
                    + "\"): " + why + ".";
        }
    }

    /** A file is longer than it may be; it was given up on the way. */
    record TooLarge(String node, String during, long longest) implements LinkFailure {
        @Override
        public String code() {
            return LinkFailureCode.LINK_FILE_TOO_LARGE.name();
        }

        @Override
        public String detail() {
            return "\"" + during + "\" on " + node + " would bring more than " + longest
                    + " bytes. Raise the limit, or fetch the file by hand.";
        }
    }

    /** The web service supports none of the schema versions that this service speaks. */
    record NoCommonVersion(String node, String words) implements NeverSent {
        @Override
        public String code() {
            return LinkFailureCode.LINK_NO_COMMON_VERSION.name();
        }

        @Override
        public String detail() {
            return node + " supports no AXL schema version that this service speaks: " + words;
        }
    }
}
