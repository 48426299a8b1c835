package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a pasted terminal log at its prompts into commands with their answers, in the order of the log. */
final class PastedLog {
    private static final Pattern LOGIN = Pattern.compile("Command Line Interface is starting up.*|login as: .*");
    private static final Pattern EXAMPLE = Pattern.compile("(?i)examples?\\s*:?.{0,80}");

    private final List<PastedCommand> commands = new ArrayList<>();
    private final List<SourceLine> preface = new ArrayList<>();
    private List<SourceLine> answer = new ArrayList<>();
    private @Nullable String typed;
    private int typedAt;
    private boolean prompted;
    private boolean bare;
    private int session = 1;
    private String lastText = "";

    private PastedLog() {}

    /** The commands of the log. A log without any prompt is taken for the answer of one command. */
    static List<PastedCommand> read(String text) {
        PastedLog log = new PastedLog();
        List<SourceLine> lines = PastedText.lines(text);
        for (SourceLine line : lines) {
            for (String part : Prompt.split(line.text())) {
                log.take(new SourceLine(line.number(), part));
            }
        }
        log.endCommand();
        return log.prompted ? log.withPreface() : Unprompted.read(log.preface);
    }

    private void take(SourceLine line) {
        Optional<String> command = Prompt.typed(line.text());
        if (command.isPresent() && !isExample()) {
            prompt(command.get(), line.number());
        } else if (!prompted) {
            preface.add(line);
        } else if (typed != null) {
            answer.add(line);
        } else if (!line.text().isBlank()) {
            betweenPrompts(line);
        }
        if (!line.text().isBlank()) {
            lastText = line.text().strip();
            session += LOGIN.matcher(lastText).matches() && !commands.isEmpty() ? 1 : 0;
        }
    }

    /** The answer to {@code help} shows prompts that nobody was given. */
    private boolean isExample() {
        return typed != null
                && typed.startsWith("help ")
                && EXAMPLE.matcher(lastText).matches();
    }

    private void prompt(String command, int number) {
        endCommand();
        prompted = true;
        bare = command.isEmpty();
        if (!command.isEmpty()) {
            typed = command;
            typedAt = number;
        }
    }

    /** Some loggers put a line end between the prompt and what is typed. */
    private void betweenPrompts(SourceLine line) {
        if (bare && KnownCommand.recognise(line.text()).isPresent()) {
            typed = line.text().strip();
            typedAt = line.number();
        }
        bare = false;
    }

    private void endCommand() {
        if (typed != null) {
            commands.add(EchoedCommand.resolve(typed, typedAt, answer, session));
            answer = new ArrayList<>();
            typed = null;
        }
    }

    /** What stands before the first prompt counts where it is an answer whose command was not copied. */
    private List<PastedCommand> withPreface() {
        List<PastedCommand> all = new ArrayList<>(Unprompted.answerOnly(preface));
        all.addAll(commands);
        return all;
    }
}
