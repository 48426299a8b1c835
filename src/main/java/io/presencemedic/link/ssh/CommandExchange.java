package io.presencemedic.link.ssh;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.redaction.SecretMask;
import java.time.Duration;

/** One command and its answer on a shell that stands at its prompt. */
final class CommandExchange {
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final int LONGEST_COMMAND = 3500;

    private final Shell shell;
    private final String node;

    CommandExchange(Shell shell, String node) {
        this.shell = shell;
        this.node = node;
    }

    /**
     * A question mark or a tab is obeyed while it is typed, a line end would send the rest as a second command.
     *
     * @throws IllegalArgumentException where the text cannot be typed as one command
     */
    static void check(Command<?> command) {
        String text = command.text();
        boolean typeable = !text.isBlank()
                && text.length() <= LONGEST_COMMAND
                && text.chars().noneMatch(c -> c == '?' || Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (!typeable) {
            throw new IllegalArgumentException(
                    "a command must be one line of at most " + LONGEST_COMMAND + " characters without ? and tabs");
        }
    }

    /**
     * Sends the text and waits for the next prompt. After any failure the shell is closed: where it stands is not
     * known.
     */
    Answer ask(String text, Deadline deadline) throws LinkException, InterruptedException {
        return ask(text, false, deadline, deadline.patience(), false, () -> {});
    }

    /**
     * Sends a command and waits for the next prompt. After a failure the shell is closed, but for a change that is not
     * answered in time: that goes on, and only nobody listens any more (C8).
     *
     * @param leaves is told when the text is about to leave this process
     */
    Answer ask(Command<?> command, Runnable leaves) throws LinkException, InterruptedException {
        return ask(
                command.text(),
                command.confirms(),
                Deadline.in(command.patience()),
                command.silence(),
                command.effect() == Effect.CHANGES,
                leaves);
    }

    private Answer ask(
            String text, boolean confirms, Deadline deadline, Duration silence, boolean goesOn, Runnable leaves)
            throws LinkException, InterruptedException {
        String during = SecretMask.mask(text);
        boolean usable = false;
        try {
            settle(during);
            leaves.run();
            shell.typeCommand(text);
            PromptState prompt = shell.await(deadline, silence);
            while (prompt.kind() != PromptState.Kind.PROMPT) {
                reply(prompt, during, confirms);
                prompt = shell.await(deadline, silence);
            }
            usable = true;
            return shell.answer();
        } catch (Shell.Late e) {
            usable = goesOn;
            throw new LinkException(
                    new LinkFailure.TimedOut(node, during, deadline.expired() ? deadline.patience() : silence));
        } catch (Shell.Ended e) {
            throw new LinkException(new LinkFailure.Lost(node, during, e.why()));
        } finally {
            if (!usable) {
                shell.end("it was given up");
            }
        }
    }

    /** What arrived since the last answer, such as a message to all terminals, must have ended in a prompt again. */
    private void settle(String during) throws LinkException, Shell.Ended, InterruptedException {
        try {
            if (shell.await(Deadline.in(SETTLING)).kind() == PromptState.Kind.PROMPT) {
                return;
            }
        } catch (Shell.Late e) {
            shell.end("it did not come back to its prompt");
        }
        throw new LinkException(new LinkFailure.Lost(node, during, "the shell did not stand at its prompt"));
    }

    private void reply(PromptState prompt, String during, boolean confirms) throws LinkException, Shell.Ended {
        switch (prompt.kind()) {
            case PAGER -> shell.turnPage(prompt);
            case QUESTION -> {
                if (!confirms) {
                    throw notUnderstood(during, "the command does not expect this question, and it was not answered");
                }
                shell.type(prompt.reply());
            }
            case UNECHOED -> throw notUnderstood(during, "the command was not echoed");
            case OUTPUT, PROMPT -> throw new IllegalStateException("nothing to reply to");
        }
    }

    private LinkException notUnderstood(String during, String why) {
        int line = shell.seen().size();
        String last = line == 0 ? "" : shell.seen().get(line - 1);
        return new LinkException(new LinkFailure.NotUnderstood(node, during, line, SecretMask.mask(last.strip()), why));
    }
}
