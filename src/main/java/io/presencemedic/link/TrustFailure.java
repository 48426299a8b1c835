package io.presencemedic.link;

import io.presencemedic.cluster.NodeAddresses;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One end of a link does not trust the other, or may not. Nothing of the request was sent, and it stays so until a
 * person has put the inventory, the configuration or the node right.
 */
public sealed interface TrustFailure extends LinkFailure.NeverSent {
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
            @Nullable Instant refusedAt) implements TrustFailure {
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

    /**
     * The configuration holds no value for a credential that the inventory names.
     *
     * @param node the node that was to be reached
     * @param name the credential
     * @param gap which part of it is missing, as a sentence; null where nothing of it is there
     */
    record NoCredential(String node, String name, @Nullable String gap) implements TrustFailure {
        @Override
        public String code() {
            return LinkFailureCode.LINK_NO_CREDENTIAL.name();
        }

        @Override
        public String detail() {
            if (gap != null) {
                return gap + ", so the credential \"" + name + "\" for " + node
                        + " has no value and nothing was sent. Mount it, or correct its rights.";
            }
            return "No credential called \"" + name + "\" is configured for " + node + ". Set medic.credentials.\""
                    + name + "\".username and .password, or mount it under medic.credentials-dir.";
        }
    }

    /** The credential is bound to other hosts. Nothing was sent. */
    record CredentialBound(String node, String host, String name) implements TrustFailure {
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
    record AddressRefused(String node, String host, String what) implements TrustFailure {
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

    /** The node showed another SSH host key than the pinned one. */
    record HostKeyChanged(String node, String pinned, String shown) implements TrustFailure {
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
    record HostKeyNotPinned(String node, String shown) implements TrustFailure {
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
    record CertificateNotTrusted(String node, String why) implements TrustFailure {
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
}
