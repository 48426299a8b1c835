package io.presencemedic.diagnosis.collect;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.ReadOtherwise;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cluster.Node;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.redaction.SecretMask;
import java.util.List;

/** A command that keeps the lines of its answer, secrets masked, so that evidence can quote them. */
final class RecordingCommand<T> implements ReadOtherwise<T> {
    private final Command<T> command;
    private volatile List<SourceLine> lines = List.of();

    RecordingCommand(Command<T> command) {
        this.command = command;
    }

    /** The command with its answer; without lines where no answer was complete. */
    CommandEvidence heard(Node node) {
        return new CommandEvidence(node.name(), command.text(), 0, lines);
    }

    /** Masked as a whole: alone, a row of a table does not show that it holds a secret. */
    @Override
    public T read(Answer answer) throws Unreadable {
        lines = SourceLine.of(Answer.of(SecretMask.mask(answer.text())).lines());
        return command.read(answer);
    }

    @Override
    public Command<T> command() {
        return command;
    }

    @Override
    public Command<T> itself() {
        return command.itself();
    }
}
