package io.presencemedic.runbook;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;

/** One change of the platform, as a value. */
public sealed interface Change {
    /** The node that is told to change. */
    Node node();

    /** The exact command, or the operation with its arguments. */
    String text();

    /** Whether doing it twice leaves the platform as doing it once, without a further disruption. */
    boolean repeatable();

    /**
     * Makes the change.
     *
     * @return what the platform answered
     * @throws LinkException where the platform refused, or where the effect is not known
     */
    ChangeReply perform(ClusterLink link) throws LinkException;

    /** A change by the platform's CLI. */
    record ByCommand(Node node, Command<?> command, boolean repeatable) implements Change {
        @Override
        public String text() {
            return command.text();
        }

        @Override
        public ChangeReply perform(ClusterLink link) throws LinkException {
            return ChangeReply.of(link.run(node, command));
        }
    }

    /** A change by a web service. */
    record ByOperation(Node node, Operation<?> operation, boolean repeatable) implements Change {
        @Override
        public String text() {
            return operation.summary();
        }

        @Override
        public ChangeReply perform(ClusterLink link) throws LinkException {
            return ChangeReply.of(link.call(node, operation));
        }
    }
}
