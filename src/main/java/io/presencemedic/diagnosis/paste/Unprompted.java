package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.Ruler;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text without prompts: commands that stand at the beginning of a line, or the answer of one command alone. */
final class Unprompted {
    private static final Pattern CHANGED_SERVICE = Pattern.compile("([A-Za-z][^\\[\\]]{1,80})\\[ ?[A-Za-z]+ ?] *");
    /** What only one command prints, in the order in which it is looked for. */
    private static final List<Sign> SIGNS = new ArrayList<>();

    static {
        sign("Cluster Replication State", "Cluster Replication State ?:.*", "utils dbreplication runtimestate");
        sign("Cluster Detailed View", "Cluster Detailed View from .*", "utils dbreplication runtimestate");
        sign("SERVER-NAME", "SERVER-NAME\\b.*", "utils dbreplication runtimestate");
        sign("Replication Services", "DD?B and Replication Services ?:.*", "utils dbreplication runtimestate");
        sign("Subcluster Name", "Subcluster Name ?:.*", "utils ha status");
        sign("Active Master Version", "Active Master Version ?:.*", "show version active");
        sign("No core files found", "No core files found\\.?", "utils core active list");
        sign("Core File Name", "Size\\s+Date\\s+Core File Name", "utils core active list");
        sign("/etc/hosts File", "/etc/hosts File ?:", "show tech network hosts");
        sign("test - ", "test - \\S+ *: .*", "utils diagnose test");
        sign("Starting diagnostic", "Starting diagnostic test\\(s\\).*", "utils diagnose test");
        sign("Network connectivity test", "Network connectivity test with .*", "utils network connectivity");
        sign("Database report created", "COMPLETED! Database report created.*", "utils create report database");
        sign(
                "authenticated",
                "\\S+ (?:\\S+ )?\\S+ +(?:Publisher|Subscriber) (?:\\S+ DB(?:Pub|Sub) )?(?:not )?authenticated.*",
                "show network cluster");
        sign("Requesting service status", "Requesting service status.*", "utils service list");
        sign("Getting list of all services", "Getting list of all services", "utils service list");
        sign("Return code", ">> ?Return code = .*", "utils service list");
        sign("Rows: ", "Rows: \\d+", "run sql update");
    }

    private record Sign(String words, Pattern form, String command) {
        boolean stands(String line) {
            return line.contains(words) && form.matcher(line.strip()).matches();
        }
    }

    private Unprompted() {}

    private static void sign(String words, String form, String command) {
        SIGNS.add(new Sign(words, Pattern.compile(form), command));
    }

    static List<PastedCommand> read(List<SourceLine> lines) {
        List<PastedCommand> commands = new ArrayList<>();
        List<SourceLine> before = new ArrayList<>();
        String typed = null;
        int typedAt = 0;
        List<SourceLine> answer = new ArrayList<>();
        for (SourceLine line : lines) {
            if (KnownCommand.recognise(line.text()).isPresent()) {
                if (typed != null) {
                    commands.add(EchoedCommand.resolve(typed, typedAt, answer, 1));
                }
                typed = line.text().strip();
                typedAt = line.number();
                answer = new ArrayList<>();
            } else {
                (typed == null ? before : answer).add(line);
            }
        }
        if (typed == null) {
            return answerOnly(before);
        }
        commands.add(EchoedCommand.resolve(typed, typedAt, answer, 1));
        return commands;
    }

    /** The command of which the lines are the answer; empty where they are the answer of none that is known. */
    static List<PastedCommand> answerOnly(List<SourceLine> lines) {
        Optional<String> command = command(lines);
        if (command.isEmpty()) {
            return List.of();
        }
        KnownCommand known = KnownCommand.recognise(command.get()).orElseThrow();
        return List.of(new PastedCommand(command.get(), lines.get(0).number(), known, lines, 1));
    }

    private static Optional<String> command(List<SourceLine> lines) {
        for (Sign sign : SIGNS) {
            if (lines.stream().anyMatch(line -> sign.stands(line.text()))) {
                return Optional.of(sign.command());
            }
        }
        return hasTable(lines) ? Optional.of("run sql select") : services(lines);
    }

    /** Tables have one ruler, and a heading over it. */
    private static boolean hasTable(List<SourceLine> lines) {
        List<SourceLine> rulers =
                lines.stream().filter(line -> Ruler.is(line.text(), '=')).toList();
        return rulers.size() == 1 && lines.indexOf(rulers.get(0)) > 0;
    }

    /** Rows of services: those of one service that is being changed, or a part of the list. */
    private static Optional<String> services(List<SourceLine> lines) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (SourceLine line : lines) {
            Matcher row = CHANGED_SERVICE.matcher(line.text().strip());
            if (row.lookingAt()) {
                names.merge(row.group(1).strip(), 1, Integer::sum);
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        boolean changed = names.size() == 1 && lines.stream().anyMatch(Unprompted::isProgress);
        return Optional.of(changed ? verb(lines) + names.keySet().iterator().next() : "utils service list");
    }

    private static boolean isProgress(SourceLine line) {
        return line.text().strip().equals("Service Manager is running");
    }

    private static String verb(List<SourceLine> lines) {
        boolean restart = lines.stream().anyMatch(line -> line.text().contains("Ctrl"));
        boolean stop = lines.stream().anyMatch(line -> line.text().contains("[STOPPING]"));
        return "utils service " + (restart ? "restart " : stop ? "stop " : "start ");
    }
}
