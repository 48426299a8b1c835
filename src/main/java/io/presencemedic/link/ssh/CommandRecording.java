package io.presencemedic.link.ssh;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.Transcript;
import io.presencemedic.redaction.SecretMask;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is heard while one command runs: it is read in the end, and told to the listener either way, secrets masked. */
final class CommandRecording {
    private final String node;
    private final String during;
    private final Clock clock;
    private final LinkListener listener;
    private final Instant startedAt;
    private @Nullable Shell shell;
    private boolean sent;
    private @Nullable Answer answer;

    /** @param during the command's text, masked */
    CommandRecording(String node, String during, Clock clock, LinkListener listener) {
        this.node = node;
        this.during = during;
        this.clock = clock;
        this.listener = listener;
        this.startedAt = clock.instant();
    }

    String during() {
        return during;
    }

    /** What this shell shows is the answer as far as it came. */
    void listensTo(Shell shell) {
        this.shell = shell;
    }

    /** The command is about to leave this process. */
    void leaves() {
        sent = true;
    }

    /** Reads a complete answer. */
    <T> T read(Command<T> command, Answer complete) throws LinkException {
        answer = complete;
        var refusal = ConnectRefusal.in(complete.lines());
        if (refusal.isPresent() && !command.saysNotApplicable(complete)) {
            throw new LinkException(new LinkFailure.Refused(node, during, SecretMask.mask(refusal.get())));
        }
        try {
            T value = command.read(complete);
            tell(null);
            return value;
        } catch (Unreadable e) {
            throw new LinkException(new LinkFailure.NotUnderstood(node, during, e.line(), masked(e), e.why()));
        }
    }

    /** The line as it stands in the masked answer: alone it would not show that it is a row of secrets. */
    private String masked(Unreadable e) {
        List<String> lines = SecretMask.mask(heard()).lines().toList();
        boolean within = e.line() >= 1 && e.line() <= lines.size();
        return within && !e.text().isEmpty() ? lines.get(e.line() - 1) : SecretMask.mask(e.text());
    }

    /** Tells the listener that the command failed. */
    LinkException failed(LinkFailure failure) {
        tell(failure.code());
        return sent ? new LinkException(failure) : LinkException.unsent(failure);
    }

    private void tell(@Nullable String code) {
        listener.heard(new Transcript(node, during, SecretMask.mask(heard()), startedAt, clock.instant(), code));
    }

    private String heard() {
        if (answer != null) {
            return answer.text();
        }
        return shell == null ? "" : new Answer(shell.seen()).text();
    }
}
