package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.soap.ControlledService;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.Transport;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.util.Optional;

/**
 * Since when a service has been running, in the node's own words. Control Center tells it and the CLI does not: it
 * shows whether a restart took place whose answer was lost.
 */
final class RunningSince {
    /** The note of the start time before a change. */
    static final String NOTE = "runningSince";

    private RunningSince() {}

    /** Before a change; empty where nobody tells, which is no reason not to make it. */
    static Optional<String> before(ClusterReader look, Node node, ServiceName service) {
        return ifTold(look, node, service, GetServiceStatus.of(service));
    }

    /** The same for a service whose name in the node's release is not known: the node is asked for all it has. */
    static Optional<String> byAnyName(ClusterReader look, Node node, ServiceName service) {
        return ifTold(look, node, service, GetServiceStatus.all());
    }

    private static Optional<String> ifTold(
            ClusterReader look, Node node, ServiceName service, GetServiceStatus question) {
        try {
            return ask(look, node, service, question);
        } catch (LinkException e) {
            return Optional.empty();
        }
    }

    /**
     * After a change.
     *
     * @return empty where nobody tells
     * @throws LinkException where it may be told a little later
     */
    static Optional<String> after(ClusterReader look, Node node, ServiceName service) throws LinkException {
        try {
            return ask(look, node, service, GetServiceStatus.of(service));
        } catch (LinkException e) {
            if (e.failure().passing()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Optional<String> ask(ClusterReader look, Node node, ServiceName service, GetServiceStatus question)
            throws LinkException {
        return look.cluster().transport() == Transport.SSH
                ? Optional.empty()
                : look.ask(node, question).find(service).map(ControlledService::startTime);
    }
}
