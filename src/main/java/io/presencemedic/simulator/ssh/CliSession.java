package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.JournalEntry;
import io.presencemedic.simulator.command.Call;
import io.presencemedic.simulator.command.CommandTable;
import io.presencemedic.simulator.command.Interrupted;
import io.presencemedic.simulator.command.Output;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** One session of the platform CLI, from the greeting to the good-bye. */
final class CliSession {
    private static final Duration START_UP = Duration.ofSeconds(5);
    private static final Duration LOOKING_AROUND = Duration.ofSeconds(2);

    private final NodeShells shells;
    private final Terminal terminal;
    private final Runnable cut;
    private final LineEditor editor;
    private final PagedOutput out;

    CliSession(NodeShells shells, Terminal terminal, Runnable cut) {
        this.shells = shells;
        this.terminal = terminal;
        this.cut = cut;
        this.editor = new LineEditor(terminal, typed -> shells.commands().beginningWith(shells.role(), typed));
        this.out = new PagedOutput(terminal, shells.time());
    }

    private enum Then {
        GO_ON,
        STAY_MUTE,
        HANG_UP
    }

    void hold() throws IOException {
        greet();
        Optional<String> line = read();
        while (line.isPresent() && !line.get().strip().matches("exit|quit")) {
            switch (line.get().isBlank() ? Then.GO_ON : obey(line.get())) {
                case GO_ON -> terminal.write("\r");
                case STAY_MUTE -> swallowKeys();
                case HANG_UP -> {
                    cut.run();
                    return;
                }
            }
            line = read();
        }
    }

    /** Waits for a line; where the node has no patience, for so long only. */
    private Optional<String> read() throws IOException {
        Optional<Fault> impatience = shells.context().faults().all().stream()
                .filter(fault -> fault.kind() == FaultKind.IDLE_TIMEOUT && fault.concerns(shells.node(), Channel.SSH))
                .findFirst();
        if (impatience.isEmpty()) {
            return editor.read();
        }
        Future<?> timeout =
                shells.context().threads().submit(() -> endIdle(impatience.get().lateness()));
        try {
            return editor.read();
        } finally {
            timeout.cancel(true);
        }
    }

    private Object endIdle(Duration limit) throws IOException {
        if (shells.time().pauseOnWall(limit)) {
            terminal.write("\r\nThe session was idle for too long and is closed.\r\n");
            cut.run();
        }
        return limit;
    }

    private void greet() throws IOException {
        terminal.write("Command Line Interface is starting up, please wait ...\r\n\r\n");
        shells.time().pause(START_UP);
        terminal.write("   Welcome to the Platform Command Line Interface\r\n\r\n");
        shells.time().pause(LOOKING_AROUND);
        terminal.write("VMware Installation:\r\n");
        terminal.write("\t4 vCPU: Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz\r\n");
        terminal.write("\tDisk 1: 110GB, Partitions aligned\r\n");
        terminal.write("\t8192 Mbytes RAM\r\n\r\n");
    }

    private Then obey(String line) throws IOException {
        Optional<CommandTable.Match> match = shells.commands().find(shells.role(), line);
        List<Fault> strikes = shells.context().faults().strike(shells.node(), Channel.SSH, line.strip());
        boolean reached = strikes.stream().noneMatch(fault -> fault.kind() == FaultKind.DROP_BEFORE);
        boolean changes = match.filter(found -> found.command().changes()).isPresent();
        shells.context()
                .heard()
                .add(new JournalEntry(
                        shells.node(),
                        Channel.SSH,
                        line,
                        changes,
                        reached,
                        shells.time().wall()));
        if (!reached) {
            return Then.HANG_UP;
        }
        if (has(strikes, FaultKind.GOING_DOWN)) {
            terminal.write("\r\nBroadcast message from root:\r\n\r\nThe system is going down for reboot NOW!\r\n");
            return Then.HANG_UP;
        }
        if (has(strikes, FaultKind.DROP_AFTER) || has(strikes, FaultKind.DROP_MIDWAY)) {
            CapturedOutput answer = new CapturedOutput();
            run(match, answer);
            if (has(strikes, FaultKind.DROP_MIDWAY)) {
                terminal.write(answer.firstHalf());
            }
            return Then.HANG_UP;
        }
        out.beginAnswer(lateness(strikes));
        run(match, out);
        return has(strikes, FaultKind.MUTE_PROMPT) ? Then.STAY_MUTE : Then.GO_ON;
    }

    private void run(Optional<CommandTable.Match> match, Output to) throws IOException {
        if (match.isEmpty()) {
            to.line(CommandTable.UNKNOWN);
            return;
        }
        Call call =
                new Call(shells.context().cluster(), shells.node(), match.get().arguments(), to);
        try {
            match.get().command().run(call);
        } catch (Interrupted e) {
            terminal.write("Control-C pressed\r\n\r\n");
        }
    }

    private void swallowKeys() throws IOException {
        for (; ; ) {
            terminal.key();
        }
    }

    private static boolean has(List<Fault> strikes, FaultKind kind) {
        return strikes.stream().anyMatch(fault -> fault.kind() == kind);
    }

    private static Duration lateness(List<Fault> strikes) {
        return strikes.stream()
                .filter(fault -> fault.kind() == FaultKind.SLOW)
                .map(Fault::lateness)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
