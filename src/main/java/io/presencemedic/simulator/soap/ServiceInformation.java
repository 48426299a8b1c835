package io.presencemedic.simulator.soap;

import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.simulator.model.ServiceNote;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.SimulatedServiceKind;
import io.presencemedic.simulator.model.SimulatedServiceRow;
import io.presencemedic.simulator.model.World;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What Control Center tells about the services of a node. */
final class ServiceInformation {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** Services that it only tells of: it would cut off the branch on which it sits. */
    private static final Set<String> RESERVED = Set.of("A Cisco DB", "Cisco Tomcat");

    private static final Reason WELL = new Reason(-1, "");
    private static final Reason NO_SUCH_SERVICE = new Reason(-1010, "No such service");
    private static final Reason IS_RESERVED = new Reason(-1011, "Component is reserved for platform");
    private static final Reason NOT_RUNNING = new Reason(-1019, "Component is not running");
    private static final Reason NOT_ACTIVATED = new Reason(-1068, "Service Not Activated");
    private static final Reason COMMANDED_OUT = new Reason(-1069, "Commanded Out of Service");

    private final World world;
    private final SimulatedNodeState node;

    ServiceInformation(World world, SimulatedNodeState node) {
        this.world = world;
        this.node = node;
    }

    private record Reason(int code, String text) {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** The named services, or all. */
    SoapAnswer.Content of(List<String> names) {
        List<String> wanted = names.isEmpty()
                ? node.services().stream()
                        .filter(row -> world.kind(row) != SimulatedServiceKind.PLATFORM)
                        .map(SimulatedServiceRow::name)
                        .toList()
                : names;
        return list(wanted, false);
    }

    /** The services to which something was commanded. */
    SoapAnswer.Content afterCommand(List<String> names) {
        return list(names, true);
    }

    private SoapAnswer.Content list(List<String> names, boolean commanded) {
        return answer -> {
            answer.element("ReturnCode", "0");
            reason(answer, "ReasonString", WELL);
            answer.parent("ServiceInfoList", "", list -> {
                for (String name : names) {
                    list.parent("item", "", item -> write(item, name, commanded));
                }
            });
        };
    }

    private void write(SoapAnswer item, String name, boolean commanded) throws XMLStreamException {
        Optional<SimulatedServiceRow> row = node.service(name);
        ServiceState state = row.map(node::toldState).orElse(ServiceState.STOPPED);
        boolean started = state == ServiceState.STARTED;
        item.element("ServiceName", name);
        item.element("ServiceStatus", row.isEmpty() ? "Unknown" : word(state));
        reason(
                item,
                "ReasonCodeString",
                commanded && isReserved(name)
                        ? IS_RESERVED
                        : row.map(this::reason).orElse(NO_SUCH_SERVICE));
        item.element("StartTime", started ? MOMENT.format(row.orElseThrow().since()) : "");
        item.element(
                "UpTime",
                started
                        ? String.valueOf(Duration.between(row.orElseThrow().since(), world.now())
                                .toSeconds())
                        : "-1");
    }

    private static void reason(SoapAnswer answer, String text, Reason reason) throws XMLStreamException {
        answer.element("ReasonCode", String.valueOf(reason.code));
        answer.element(text, reason.text);
    }

    private static String word(ServiceState state) {
        return switch (state) {
            case STARTED -> "Started";
            case STARTING -> "Starting";
            case STOPPING -> "Stopping";
            case STOPPED, NOTRUNNING -> "Stopped";
        };
    }

    private Reason reason(SimulatedServiceRow row) {
        @Nullable ServiceNote note = row.note();
        if (node.toldState(row) != ServiceState.STOPPED) {
            return WELL;
        }
        if (note == null) {
            return NOT_RUNNING;
        }
        return switch (note) {
            case SERVICE_NOT_ACTIVATED -> NOT_ACTIVATED;
            case COMMANDED_OUT_OF_SERVICE -> COMMANDED_OUT;
            case NOT_RUNNING, SERVICE_ACTIVATED -> NOT_RUNNING;
        };
    }
}
