package io.presencemedic.diagnosis.fact;

import static io.presencemedic.diagnosis.fact.FactView.each;
import static io.presencemedic.diagnosis.fact.FactView.fields;

import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.cisco.soap.ServiceReport;
import java.util.Map;

/** The facts that web services give, as the API shows them. */
final class WebFactView {
    private WebFactView() {}

    static Map<String, Object> axl(AxlAnswer answer) {
        return fields("version", answer.version());
    }

    static Map<String, Object> groups(RedundancyGroups answer) {
        return fields(
                "groups",
                each(
                        answer.groups(),
                        group -> fields(
                                "name", group.name(),
                                "highAvailability", group.haEnabled(),
                                "servers", group.servers(),
                                "users", group.numUsers())));
    }

    static Map<String, Object> servers(ServerList answer) {
        return fields(
                "servers",
                each(
                        answer.servers(),
                        server -> fields("name", server.name(), "usage", server.usage(), "role", server.role())));
    }

    static Map<String, Object> services(ServiceReport answer) {
        return fields(
                "services",
                each(
                        answer.services(),
                        service -> fields(
                                "name", service.name().value(),
                                "state", service.state(),
                                "reason", service.stopReason(),
                                "startTime", service.startTime())));
    }
}
