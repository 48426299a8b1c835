package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.NodeState;
import io.presencemedic.simulator.model.Note;
import io.presencemedic.simulator.model.ServiceKind;
import io.presencemedic.simulator.model.ServiceRow;
import io.presencemedic.simulator.model.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code utils service list}: platform rows, then the others by name with those that are not activated last. */
final class UtilsServiceList implements ShellCommand {
    private static final Comparator<ServiceRow> ORDER = Comparator.<ServiceRow, Boolean>comparing(
                    row -> row.note() == Note.SERVICE_NOT_ACTIVATED)
            .thenComparing(ServiceRow::name);

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
        call.ask(UtilsServiceList::rows).forEach(call.out()::line);
    }

    private static List<String> rows(World world, NodeState node) {
        List<String> lines = new ArrayList<>();
        node.services().stream()
                .filter(row -> world.kind(row) == ServiceKind.PLATFORM)
                .forEach(row -> lines.add(row.name() + " [" + row.state() + "] " + note(row)));
        if (!node.runs("Service Manager")) {
            return lines;
        }
        lines.add("Service Manager is running");
        lines.add("Getting list of all services");
        lines.add(">> Return code = 0");
        node.services().stream()
                .filter(row -> world.kind(row) != ServiceKind.PLATFORM)
                .sorted(ORDER)
                .forEach(row ->
                        lines.add(row.name() + "[" + row.state() + "]" + (row.note() == null ? "" : "  " + note(row))));
        lines.add("Primary Node =" + node.role().isPublisher());
        return lines;
    }

    private static String note(ServiceRow row) {
        Note note = row.note();
        return note == null ? "" : note.text();
    }
}
