package io.presencemedic.cisco.cli;

/**
 * A command whose answer is wanted as the platform printed it, whatever it means.
 *
 * @param command what is sent
 */
public record AsPrinted(Command<?> command) implements ReadOtherwise<String> {
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
