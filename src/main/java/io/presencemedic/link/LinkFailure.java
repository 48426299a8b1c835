package io.presencemedic.link;

import io.presencemedic.cluster.Transport;
import java.time.Duration;

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
     * Whether a job waits for it, although it may as well be that a person has to see to it: the service is not there,
     * and may be only about to come up.
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
    sealed interface NeverSent extends LinkFailure
            permits NotReachable, NotAuthorised, NotByThisTransport, Busy, NotServing, NoCommonVersion, TrustFailure {}

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

    /**
     * A page for persons came instead of the web service's answer: what stands before the service, or boots with it,
     * has answered. Whether a change took effect is not known.
     */
    record PageInstead(String node, String during, String words) implements LinkFailure {
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
            return node + " answered \"" + during + "\" with a page and not as a web service does: " + words;
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
