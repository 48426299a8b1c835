package io.presencemedic.cisco.cli;

import java.time.Duration;

/**
 * A command whose answer is wanted as the platform printed it, whatever it means.
 *
 * @param command what is sent
 */
public record AsPrinted(Command<?> command) implements Command<String> {
    @Override
    public String text() {
        return command.text();
    }

    @Override
    public Effect effect() {
        return command.effect();
    }

    @Override
    public Duration patience() {
        return command.patience();
    }

    @Override
    public boolean confirms() {
        return command.confirms();
    }

    @Override
    public boolean saysNotApplicable(Answer answer) {
        return command.saysNotApplicable(answer);
    }

    /** The whole answer, secrets included; refused only where the platform did nothing but refuse the command. */
    @Override
    public String read(Answer answer) throws Unreadable {
        AnswerLines lines = new AnswerLines(answer);
        if (lines.advance() && PlatformRefusal.is(lines.line()) && !saysNotApplicable(answer)) {
            throw lines.unexpected("the platform refused the command");
        }
        return answer.text();
    }
}
