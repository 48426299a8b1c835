package io.presencemedic.job;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SetHighAvailability;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.simulator.InProcessLink;

/** A link over which AXL answers nothing any more from the change of high availability on. */
final class SilencedAxl extends PassingLink {
    private final boolean last;
    private final boolean heard;
    private boolean silent;

    /**
     * @param last whether the last change that is answered switches it on, or off
     * @param heard whether CUCM hears and answers that one; otherwise it is lost on its way
     */
    SilencedAxl(InProcessLink link, boolean last, boolean heard) {
        super(link);
        this.last = last;
        this.heard = heard;
    }

    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        return link.run(node, command);
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        if (silent && operation.service() == SoapService.AXL) {
            throw new LinkException(new LinkFailure.NoCommonVersion(node.name(), "supported are 8.5 and 9.0"));
        }
        silent = operation instanceof SetHighAvailability change && change.on() == last;
        if (silent && !heard) {
            throw new LinkException(new LinkFailure.Lost(node.name(), operation.summary(), "the connection was cut"));
        }
        return link.call(node, operation);
    }
}
