package io.presencemedic.simulator.command;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A command that takes its time and then says where it has put what it collected. */
record CollectsOutput(String words, Duration takes, Function<Collected, List<String>> answer) implements ShellCommand {
    private static final String REPORTS = "cm/log/informix/";

    /**
     * What was collected.
     *
     * @param node name of the node
     * @param moment when, as it stands in names of files
     */
    record Collected(String node, String moment) {}

    static CollectsOutput integrity() {
        return new CollectsOutput("show tech dbintegrity", Duration.ofSeconds(20), collected -> {
            String file = "/cm/trace/dbl/showtechdbintegrity" + collected.moment + ".txt";
            return List.of(
                    "",
                    "---------------- Show tech dbintegrity ----------------",
                    "",
                    "Output is in " + file,
                    " Please use \"file view activelog " + file + "\" to see the contents of File");
        });
    }

    static CollectsOutput dump() {
        return new CollectsOutput(
                "show tech database dump",
                Duration.ofMinutes(1),
                collected -> List.of(
                        "This operation may take several minutes.",
                        "Output is in /cm/trace/dbl/sdi/databasedump" + collected.moment + ".out"));
    }

    static CollectsOutput report() {
        return new CollectsOutput("utils create report database", Duration.ofMinutes(2), collected -> {
            String name = collected.node + "_db_report_" + collected.moment;
            return List.of(
                    "Created /var/log/active/" + REPORTS + name + " for log collection...",
                    "Collecting database logs, please be patient...",
                    "Collecting message logs (ccm.log) and assert failure files (af files)...",
                    "Collecting ris and ats files...",
                    "Collecting DB Replication logs...",
                    "Collecting DB install logs...",
                    "Collecting dblrpc and dbmon logs...",
                    "COMPLETED! Database report created successfully...",
                    "To retrieve the " + name + ".tar, use CLI command: ",
                    "  file get activelog " + REPORTS + name + ".tar",
                    "To delete the " + name + ".tar, use CLI command: ",
                    "  file delete activelog " + REPORTS + name + ".tar");
        });
    }

    @Override
    public void run(Call call) {
        Collected collected =
                call.ask((world, node) -> new Collected(node.name(), PlatformDates.inFileName(world.now())));
        call.out().pause(takes);
        answer.apply(collected).forEach(call.out()::line);
    }
}
