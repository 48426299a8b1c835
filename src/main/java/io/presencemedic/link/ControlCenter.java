package io.presencemedic.link;

import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.Version;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.soap.ControlledService;
import io.presencemedic.cisco.soap.DoControlServices;
import io.presencemedic.cisco.soap.DoControlServices.ControlType;
import io.presencemedic.cisco.soap.DoServiceDeployment;
import io.presencemedic.cisco.soap.GetProductInformationList;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.ServiceReport;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands of the platform's CLI that Control Center has a counterpart for, done by it. */
final class ControlCenter {
    private final WebServices services;

    ControlCenter(WebServices services) {
        this.services = services;
    }

    /**
     * The operation that stands for a command.
     *
     * @return empty where only the CLI can do it
     */
    static Optional<Operation<?>> counterpart(Node node, Command<?> asked) {
        Command<?> command = asked.itself();
        if (command instanceof UtilsServiceList) {
            return Optional.of(GetServiceStatus.all());
        }
        if (command instanceof ShowVersionActive) {
            return Optional.of(new GetProductInformationList());
        }
        return command instanceof UtilsServiceControl control ? counterpart(node, control) : Optional.empty();
    }

    private static Optional<Operation<?>> counterpart(Node node, UtilsServiceControl control) {
        return switch (control.verb()) {
            case START -> control(node, ControlType.START, control.service());
            case STOP -> control(node, ControlType.STOP, control.service());
            case RESTART -> control(node, ControlType.RESTART, control.service());
            case ACTIVATE -> Optional.of(new DoServiceDeployment(ownName(node), true, control.service()));
        };
    }

    private static Optional<Operation<?>> control(Node node, ControlType type, ServiceName service) {
        return DoControlServices.isBySshOnly(service)
                ? Optional.empty()
                : Optional.of(new DoControlServices(ownName(node), type, service));
    }

    /** The node is to be told its own name: its host, unless that is an address only. */
    private static String ownName(Node node) {
        boolean isAddress = node.host().contains(":") || node.host().matches("[0-9.]+");
        return isAddress ? node.name() : node.host();
    }

    /**
     * Does a command by its counterpart. A change whose answer does not come is not sent again: the next look tells
     * what came of it.
     *
     * @throws LinkException {@link LinkFailure.NotByThisTransport} where there is none, or where the node says so
     */
    @SuppressWarnings("unchecked") // each counterpart's answer is made into the command's own
    <T> T run(Node node, Command<T> command) throws LinkException {
        Operation<?> operation = counterpart(node, command)
                .orElseThrow(() -> new LinkException(byCliOnly(node, command.text(), "the platform's CLI alone can")));
        if (operation instanceof GetProductInformationList information) {
            return (T) version(node, information);
        }
        ServiceReport report = (ServiceReport) services.call(node, operation);
        if (report.notByThisWay()) {
            throw new LinkException(byCliOnly(
                    node, operation.summary(), "the node says \"" + words(report) + "\" and leaves it to its CLI"));
        }
        if (!report.succeeded()) {
            throw new LinkException(new LinkFailure.Refused(node.name(), operation.summary(), words(report)));
        }
        return (T)
                (command.itself() instanceof UtilsServiceControl control
                        ? outcome(node, control, report)
                        : list(node, report));
    }

    private static LinkFailure byCliOnly(Node node, String during, String why) {
        return new LinkFailure.NotByThisTransport(node.name(), during, Transport.SOAP, why);
    }

    private InstalledVersion version(Node node, GetProductInformationList information) throws LinkException {
        String text = services.call(node, information).activeVersion();
        return Version.parse(text)
                .map(version -> new InstalledVersion(version, List.of()))
                .orElseThrow(() -> new LinkException(new LinkFailure.NotUnderstood(
                        node.name(), information.summary(), 1, text, "a version was expected")));
    }

    /** What the platform itself does not know is left out, and then the list is not complete. */
    private static ServiceList list(Node node, ServiceReport report) throws LinkException {
        List<ServiceStatus> rows = new ArrayList<>();
        for (ControlledService service : report.services()) {
            ServiceState state = service.state();
            if (state != null) {
                rows.add(new ServiceStatus(service.name(), state, service.stopReason()));
            }
        }
        if (rows.isEmpty()) {
            throw new LinkException(new LinkFailure.NotUnderstood(
                    node.name(), GetServiceStatus.all().summary(), 1, "", "the list names no service"));
        }
        return new ServiceList(rows, rows.size() == report.services().size());
    }

    private static ServiceControl outcome(Node node, UtilsServiceControl control, ServiceReport report)
            throws LinkException {
        ServiceName service = control.service();
        ControlledService said = report.find(service)
                .filter(ControlledService::exists)
                .orElseThrow(() -> new LinkException(
                        new LinkFailure.Refused(node.name(), service.value(), "there is no such service")));
        ServiceState state = said.state();
        return new ServiceControl(
                said.name(),
                state,
                said.stopReason(),
                state != null && control.verb().goal().contains(state));
    }

    private static String words(ServiceReport report) {
        String whole = report.reasonText();
        return report.services().stream()
                .map(ControlledService::reasonText)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(whole == null || whole.isBlank() ? "reason code " + report.reasonCode() : whole);
    }
}
