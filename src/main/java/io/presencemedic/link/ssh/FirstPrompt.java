package io.presencemedic.link.ssh;

import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.redaction.SecretMask;

/** Waits through the slow start of the command line until the first prompt stands. */
final class FirstPrompt {
    private final ConnectAttempt attempt;
    private final Shell shell;
    private final LinkConfig.Ssh config;

    FirstPrompt(ConnectAttempt attempt, Shell shell, LinkConfig.Ssh config) {
        this.attempt = attempt;
        this.shell = shell;
        this.config = config;
    }

    void await(Deadline deadline) throws LinkException, InterruptedException {
        try {
            PromptState prompt = patiently(deadline);
            while (prompt.kind() == PromptState.Kind.PAGER) {
                shell.turnPage(prompt);
                prompt = shell.await(deadline);
            }
            if (prompt.kind() != PromptState.Kind.PROMPT) {
                throw new LinkException(new LinkFailure.Refused(
                        attempt.node.name(), Login.DURING, "it asks \"" + prompt.text() + "\" before the prompt"));
            }
            shell.learnPrompt();
        } catch (Shell.Late e) {
            throw new LinkException(new LinkFailure.TimedOut(
                    attempt.node.name(),
                    Login.DURING + lastWords("; the last words were \"%s\""),
                    deadline.patience()));
        } catch (Shell.Ended e) {
            throw new LinkException(ended(e.why()));
        }
    }

    /** The platform sometimes swallows its first prompt and paints it again after an empty line. */
    private PromptState patiently(Deadline deadline) throws Shell.Late, Shell.Ended, InterruptedException {
        try {
            return shell.await(deadline.atMost(config.connectTimeout().dividedBy(2)));
        } catch (Shell.Late e) {
            shell.type("\n");
            return shell.await(deadline);
        }
    }

    private LinkFailure ended(String why) {
        String words = lastWords("%s");
        return attempt.isOneTooMany() || ConnectRefusal.isSessionLimit(words)
                ? new LinkFailure.Busy(attempt.node.name(), Login.DURING, words.isEmpty() ? why : words)
                : new LinkFailure.Lost(
                        attempt.node.name(), Login.DURING, why + lastWords("; the last words were \"%s\""));
    }

    private String lastWords(String form) {
        String words = SecretMask.mask(ConnectRefusal.words(shell.seen()));
        return words.isEmpty() ? "" : form.formatted(words);
    }
}
