package io.presencemedic.simulator.command;

import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.simulator.model.ServiceCommands.Verdict;
import io.presencemedic.simulator.model.ServiceNote;
import io.presencemedic.simulator.model.SimulatedServiceRow;
import java.time.Duration;

/**
 * What start, stop and restart print: a line each time the state is looked at, and the last state twice. The platform
 * loses its patience sometimes and ends while the service is still on its way.
 */
final class SimulatedServiceProgress {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int LOOKS = 16;

    private final Call call;

    SimulatedServiceProgress(Call call) {
        this.call = call;
    }

    void show(Verdict verdict) {
        call.out().line("Service Manager is running");
        switch (verdict) {
            case NO_SUCH_SERVICE -> call.fail("No such service");
            case NOT_ALLOWED -> call.fail("Service cannot be activated or deactivated");
            case NOT_ACTIVATED -> {
                call.out().line(ServiceNote.SERVICE_NOT_ACTIVATED.text());
                print("STOPPED");
            }
            case ACCEPTED -> follow();
        }
    }

    private void follow() {
        for (int looks = 1; ; looks++) {
            ServiceState state = look();
            switch (state) {
                case STARTED -> {
                    print("STARTED");
                    print("STARTED");
                    return;
                }
                case STOPPED, NOTRUNNING -> {
                    call.out().line(ServiceNote.COMMANDED_OUT_OF_SERVICE.text());
                    print("NOTRUNNING");
                    return;
                }
                case STARTING, STOPPING -> print(state.name());
            }
            if (looks == LOOKS) {
                return;
            }
            call.out().pause(LOOK);
        }
    }

    private ServiceState look() {
        return call.ask((world, node) ->
                node.service(call.arguments()).map(SimulatedServiceRow::state).orElseThrow());
    }

    private void print(String state) {
        call.out().line(call.arguments() + "[" + state + "]  ");
    }
}
