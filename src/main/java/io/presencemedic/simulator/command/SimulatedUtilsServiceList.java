package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.ServiceNote;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.SimulatedServiceKind;
import io.presencemedic.simulator.model.SimulatedServiceRow;
import io.presencemedic.simulator.model.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code utils service list}: platform rows, then the others by name with those that are not activated last. */
final class SimulatedUtilsServiceList implements ShellCommand {
    private static final Comparator<SimulatedServiceRow> ORDER = Comparator.<SimulatedServiceRow, Boolean>comparing(
                    row -> row.note() == ServiceNote.SERVICE_NOT_ACTIVATED)
            .thenComparing(SimulatedServiceRow::name);

    @Override
    public String words() {
        return "utils service list";
    }

    @Override
    public void run(Call call) {
        if (call.arguments().equals("page")) {
            call.out().pageThisAnswer();
        }
        call.out().line("Requesting service status, please wait...");
        call.out().pause(Duration.ofSeconds(2));
        call.ask(SimulatedUtilsServiceList::rows).forEach(call.out()::line);
    }

    private static List<String> rows(World world, SimulatedNodeState node) {
        List<String> lines = new ArrayList<>();
        node.services().stream()
                .filter(row -> world.kind(row) == SimulatedServiceKind.PLATFORM)
                .forEach(row -> lines.add(row.name() + " [" + row.state() + "] " + note(row)));
        if (!node.runs("Service Manager")) {
            return lines;
        }
        lines.add("Service Manager is running");
        lines.add("Getting list of all services");
        lines.add(">> Return code = 0");
        node.services().stream()
                .filter(row -> world.kind(row) != SimulatedServiceKind.PLATFORM)
                .sorted(ORDER)
                .forEach(row ->
                        lines.add(row.name() + "[" + row.state() + "]" + (row.note() == null ? "" : "  " + note(row))));
        lines.add("Primary Node =" + node.role().isPublisher());
        return lines;
    }

    private static String note(SimulatedServiceRow row) {
        ServiceNote note = row.note();
        return note == null ? "" : note.text();
    }
}
