package io.presencemedic.diagnosis.collect;

import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.soap.ControlledService;
import io.presencemedic.cisco.soap.ProcessNode;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.cisco.soap.ServiceReport;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers of web services in lines for people, as evidence quotes them: one line for each thing they name. */
final class WebServiceEvidence {
    private WebServiceEvidence() {}

    /** A list of services that Control Center gave in the CLI's stead, in lines like the CLI's. */
    static CommandEvidence heard(CommandEvidence command, Object value) {
        List<String> lines = value instanceof ServiceList list
                ? list.services().stream().map(WebServiceEvidence::service).toList()
                : List.of();
        return new CommandEvidence(command.node(), command.command(), command.line(), SourceLine.of(lines));
    }

    private static String service(ServiceStatus row) {
        return line(
                row.name().value() + "[" + row.state() + "]",
                row.reason() == null
                        ? null
                        : row.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    static List<String> groups(RedundancyGroups answer) {
        return answer.groups().stream().map(WebServiceEvidence::group).toList();
    }

    private static String group(RedundancyGroup group) {
        return line(
                group.name(),
                "high availability " + (group.haEnabled() ? "enabled" : "disabled"),
                "servers " + String.join(" ", group.servers()),
                group.numUsers() == null ? null : group.numUsers() + " users");
    }

    static List<String> servers(ServerList answer) {
        return answer.servers().stream().map(WebServiceEvidence::server).toList();
    }

    private static String server(ProcessNode server) {
        return line(server.name(), server.usage(), server.role());
    }

    static List<String> services(ServiceReport answer) {
        return answer.services().stream().map(WebServiceEvidence::service).toList();
    }

    private static String service(ControlledService service) {
        return line(
                service.name().value() + "[" + (service.state() == null ? "UNKNOWN" : service.state()) + "]",
                service.reasonText(),
                service.startTime() == null ? null : "since " + service.startTime());
    }

    private static String line(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
