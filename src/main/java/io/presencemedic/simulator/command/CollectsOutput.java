package io.presencemedic.simulator.command;

import io.presencemedic.simulator.model.NodeFiles;
import io.presencemedic.simulator.model.PlatformDates;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A command that takes its time and then says where it has put what it collected.
 *
 * @param file the file's path below the folder of active logs, with NODE and MOMENT in it
 * @param answer what is printed when the file of that path is there
 */
record CollectsOutput(String words, Duration takes, String file, Function<String, List<String>> answer)
        implements ShellCommand {
    static CollectsOutput integrity() {
        String file = "cm/trace/dbl/showtechdbintegrityMOMENT.txt";
        return new CollectsOutput(
                "show tech dbintegrity",
                Duration.ofSeconds(20),
                file,
                path -> List.of(
                        "",
                        "---------------- Show tech dbintegrity ----------------",
                        "",
                        "Output is in /" + path,
                        " Please use \"file view activelog /" + path + "\" to see the contents of File"));
    }

    static CollectsOutput dump() {
        return new CollectsOutput(
                "show tech database dump",
                Duration.ofMinutes(1),
                "cm/trace/dbl/sdi/databasedumpMOMENT.out",
                path -> List.of("This operation may take several minutes.", "Output is in /" + path));
    }

    static CollectsOutput report() {
        return new CollectsOutput(
                "utils create report database",
                Duration.ofMinutes(2),
                "cm/log/informix/NODE_db_report_MOMENT.tar",
                path -> {
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    return List.of(
                            "Created /var/log/active/" + path.replace(".tar", "") + " for log collection...",
                            "Collecting database logs, please be patient...",
                            "Collecting message logs (ccm.log) and assert failure files (af files)...",
                            "Collecting ris and ats files...",
                            "Collecting DB Replication logs...",
                            "Collecting DB install logs...",
                            "Collecting dblrpc and dbmon logs...",
                            "COMPLETED! Database report created successfully...",
                            "To retrieve the " + name + ", use CLI command: ",
                            "  file get activelog " + path,
                            "To delete the " + name + ", use CLI command: ",
                            "  file delete activelog " + path);
                });
    }

    @Override
    public void run(Call call) {
        String path = call.ask((world, node) ->
                file.replace("NODE", node.name()).replace("MOMENT", PlatformDates.inFileName(world.now())));
        call.out().pause(takes);
        call.cluster().tell(world -> new NodeFiles(world, world.node(call.node())).leave(path));
        answer.apply(path).forEach(call.out()::line);
    }
}
