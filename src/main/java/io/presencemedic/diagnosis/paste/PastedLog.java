package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.diagnosis.paste.text.CommandStart;
import io.presencemedic.diagnosis.paste.text.Prompt;
import io.presencemedic.diagnosis.paste.text.PromptNames;
import io.presencemedic.diagnosis.paste.text.SessionMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a pasted terminal log into commands with their answers, in the order of the log: at prompts, at known commands
 * that stand alone on their lines, and where neither is there, at what only one command prints. Each command belongs to
 * a session, which is one node.
 */
final class PastedLog {
    private static final Pattern EXAMPLE = Pattern.compile("(?i)examples?\\s*:?.{0,80}");

    private static final int NEAR = 6;

    private final List<SourceLine> lines;
    private final PromptNames names;
    private final List<PastedCommand> commands = new ArrayList<>();
    private final Map<Integer, String> hosts = new HashMap<>();
    private final Map<String, Integer> sessions = new HashMap<>();
    private List<SourceLine> answer = new ArrayList<>();
    private @Nullable String typed;
    private int typedAt;
    private boolean bare;
    private boolean begun;
    private int session = 1;
    private int latest = 1;
    private boolean another;
    private String nextHost = "";
    private String label = "";
    private String lastText = "";

    private PastedLog(List<SourceLine> lines, PromptNames names) {
        this.lines = lines;
        this.names = names;
    }

    /** Cuts a log, of which the secrets are masked. */
    static PastedLog read(List<SourceLine> lines, ReadingBudget budget) {
        PastedLog log = new PastedLog(lines, PromptNames.in(lines));
        for (int i = 0; i < lines.size(); i++) {
            budget.step();
            log.take(i);
        }
        log.endCommand();
        return log;
    }

    /** The commands in the order of the log. */
    List<PastedCommand> commands() {
        return commands;
    }

    /** The hosts that the log names, by session. */
    Map<Integer, String> hosts() {
        return hosts;
    }

    private void take(int index) {
        SourceLine line = lines.get(index);
        String text = line.text();
        Optional<Prompt> prompt = isExample() ? Optional.empty() : Prompt.at(text, names);
        if (prompt.isPresent()) {
            prompt(prompt.get(), line.number());
        } else if (!text.isBlank()) {
            written(index);
        } else if (!answer.isEmpty() || typed != null) {
            answer.add(line);
        }
        lastText = text.isBlank() ? lastText : text.strip();
    }

    /** The answer to {@code help} shows prompts that nobody was given. */
    private boolean isExample() {
        return typed != null
                && typed.startsWith("help ")
                && EXAMPLE.matcher(lastText).matches();
    }

    /** Behind a question mark the platform lists commands that nobody gave. */
    private boolean asksForHelp() {
        return typed != null && typed.endsWith("?");
    }

    private void prompt(Prompt prompt, int number) {
        another |= endsWithWriter();
        endCommand();
        another |= !prompt.label().equals(label)
                && !label.isEmpty()
                && !prompt.label().isEmpty();
        Integer before = another ? sessions.get(prompt.label()) : null;
        label = prompt.label().isEmpty() ? label : prompt.label();
        bare = prompt.typed().isEmpty();
        begun = true;
        if (before != null) {
            session = before;
            another = false;
        }
        prompt.node().ifPresent(node -> nextHost = node);
        if (!bare) {
            begin(prompt.typed(), number);
        }
    }

    private void begin(String command, int number) {
        if (another && !commands.isEmpty()) {
            session = ++latest;
        }
        another = SessionMark.isEnd(command);
        if (!nextHost.isEmpty()) {
            hosts.putIfAbsent(session, nextHost);
            nextHost = "";
        }
        if (!label.isEmpty()) {
            sessions.putIfAbsent(label, session);
        }
        typed = command;
        typedAt = number;
    }

    private void written(int index) {
        SourceLine line = lines.get(index);
        Optional<SessionMark> mark = SessionMark.of(line.text());
        Optional<String> command =
                mark.isPresent() || asksForHelp() ? Optional.empty() : CommandStart.alone(line.text());
        if (mark.isPresent()) {
            endCommand();
            another = true;
            begun = false;
            label = "";
            host(mark.get());
        } else if (command.isPresent() && !isEcho(command.get())) {
            another |= endsWithWriter();
            endCommand();
            begun = true;
            begin(command.get(), line.number());
        } else if (WritersLine.isHeading(line.text()) && isAboveCommand(index)) {
            endCommand();
            another = true;
            begun = false;
        } else if (typed != null || !begun) {
            answer.add(line);
        } else {
            another |= bare && !WritersLine.isFrame(line.text());
        }
        bare = false;
    }

    /** Whether a command follows, behind nothing but marks and headings, or nothing was read before. */
    private boolean isAboveCommand(int index) {
        for (int i = index + 1; i < Math.min(lines.size(), index + NEAR); i++) {
            String text = lines.get(i).text();
            if (Prompt.at(text, names).isPresent() || CommandStart.alone(text).isPresent()) {
                return true;
            }
            boolean mark = text.isBlank() || WritersLine.isFrame(text) || WritersLine.isHeading(text);
            if (!mark) {
                return typed == null
                        && answer.stream().allMatch(line -> line.text().isBlank());
            }
        }
        return typed == null;
    }

    private void host(SessionMark mark) {
        if (!mark.host().isEmpty() && mark.ends()) {
            hosts.putIfAbsent(session, mark.host());
        } else if (!mark.host().isEmpty()) {
            nextHost = mark.host();
        }
    }

    /** The platform prints the command again before its answer. */
    private boolean isEcho(String command) {
        return typed != null
                && answer.stream().allMatch(line -> line.text().isBlank())
                && KnownCommand.recognise(typed)
                        .map(known -> known.text()
                                .equalsIgnoreCase(KnownCommand.recognise(command)
                                        .map(KnownCommand::text)
                                        .orElse("")))
                        .orElse(false);
    }

    /** Whether a person announces the next command in the last line before it. */
    private boolean endsWithWriter() {
        for (int i = answer.size() - 1; i >= 0; i--) {
            String text = answer.get(i).text().strip();
            if (!text.isEmpty()) {
                boolean announced = text.endsWith(":") && WritersLine.isProse(text) && typed != null;
                if (announced) {
                    answer = new ArrayList<>(answer.subList(0, i));
                }
                return announced;
            }
        }
        return false;
    }

    private void endCommand() {
        if (typed != null) {
            commands.add(EchoedCommand.resolve(typed, typedAt, answer, session));
        } else if (!answer.isEmpty()) {
            frameless();
        }
        answer = new ArrayList<>();
        typed = null;
    }

    private void frameless() {
        boolean other = another && !commands.isEmpty();
        List<PastedCommand> found = Frameless.read(answer, other ? latest + 1 : session);
        if (other && !found.isEmpty()) {
            session = ++latest;
            another = false;
        }
        commands.addAll(found);
    }
}
