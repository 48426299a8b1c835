package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.StopReason;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A service as Control Center reports it.
 *
 * @param name the platform's spelling
 * @param state null where the platform itself says Unknown
 * @param reasonCode the service manager's code; -1 where all is well
 * @param reasonText its words; null where there are none
 * @param startTime when it was started, as the node's clock and locale print it; null where it is not running
 * @param upTime how long it has been running; null where it is not
 */
@Value.Builder
public record ControlledService(
        ServiceName name,
        @Nullable ServiceState state,
        int reasonCode,
        @Nullable String reasonText,
        @Nullable String startTime,
        @Nullable Duration upTime) {
    /** No state of the schema; some tell by it what the reason code should. */
    private static final String NOT_ACTIVATED = "Not Activated";

    /** Why it is not started; null where it is, or where nothing is said. */
    public @Nullable StopReason stopReason() {
        return switch (reasonCode) {
            case ReasonCode.NOT_ACTIVATED -> StopReason.NOT_ACTIVATED;
            case ReasonCode.COMMANDED_OUT_OF_SERVICE -> StopReason.COMMANDED_OUT_OF_SERVICE;
            case ReasonCode.NOT_RUNNING -> StopReason.NOT_RUNNING;
            case ReasonCode.SUCCESSFUL, ReasonCode.RUNNING, 0 -> null;
            default -> state == ServiceState.STARTED ? null : StopReason.OTHER;
        };
    }

    /** Whether the node has a service of that name. */
    public boolean exists() {
        return reasonCode != ReasonCode.NO_SUCH_SERVICE;
    }

    static ControlledService read(Element item) throws Unreadable {
        String status = item.requiredText("ServiceStatus");
        ServiceState state = ServiceState.ofWord(status).orElse(null);
        if (state == null && !status.equalsIgnoreCase("Unknown") && !status.equalsIgnoreCase(NOT_ACTIVATED)) {
            throw item.unreadable("\"" + status + "\" is no state of a service");
        }
        boolean neverActivated = status.equalsIgnoreCase(NOT_ACTIVATED);
        String upTime = item.textOf("UpTime");
        return new ControlledServiceBuilder()
                .name(new ServiceName(item.requiredText("ServiceName")))
                .state(neverActivated ? ServiceState.STOPPED : state)
                .reasonCode(neverActivated ? ReasonCode.NOT_ACTIVATED : ReasonCode.read(item, "ReasonCode"))
                .reasonText(item.textOf("ReasonCodeString"))
                .startTime(item.textOf("StartTime"))
                .upTime(
                        upTime != null && upTime.matches("\\d{1,12}")
                                ? Duration.ofSeconds(Long.parseLong(upTime))
                                : null)
                .build();
    }
}
