package io.presencemedic.link.ssh;

import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.redaction.SecretMask;

/** Waits through the slow start of the command line until the first prompt stands. */
final class FirstPrompt {
    private final ConnectAttempt dial;
    private final Shell shell;
    private final LinkConfig.Ssh config;

    FirstPrompt(ConnectAttempt dial, Shell shell, LinkConfig.Ssh config) {
        this.dial = dial;
        this.shell = shell;
        this.config = config;
    }

    void await(Deadline deadline) throws LinkException, InterruptedException {
        try {
            PromptState standing = patiently(deadline);
            while (standing.kind() == PromptState.Kind.PAGER) {
                shell.turnPage(standing);
                standing = shell.await(deadline);
            }
            if (standing.kind() != PromptState.Kind.PROMPT) {
                throw new LinkException(new LinkFailure.Refused(
                        dial.node.name(), Login.DURING, "it asks \"" + standing.text() + "\" before the prompt"));
            }
            shell.learnPrompt();
        } catch (Shell.Late e) {
            throw new LinkException(new LinkFailure.TimedOut(
                    dial.node.name(), Login.DURING + lastWords("; the last words were \"%s\""), deadline.patience()));
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
        return ConnectRefusal.isSessionLimit(words) || ConnectRefusal.isSessionLimit(why)
                ? new LinkFailure.Busy(dial.node.name(), Login.DURING, words.isEmpty() ? why : words)
                : new LinkFailure.Lost(dial.node.name(), Login.DURING, why + lastWords("; the last words were \"%s\""));
    }

    private String lastWords(String form) {
        String words = SecretMask.mask(ConnectRefusal.words(shell.seen()));
        return words.isEmpty() ? "" : form.formatted(words);
    }
}
