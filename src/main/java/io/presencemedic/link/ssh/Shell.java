package io.presencemedic.link.ssh;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.terminal.PlatformPrompt;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.redaction.SecretMask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interactive shell as a person at the keyboard has it: type, wait until the platform waits for something, read
 * what stands there. Bytes come in on a thread of the SSH client; everything else happens on the thread that has the
 * turn.
 */
final class Shell {
    private static final Duration UNECHOED = Duration.ofSeconds(30);
    /** How often a waiting thread looks around even if nothing is said. */
    private static final long LOOK_MILLIS = 1000;

    /** The session's own prompt, alone on its line behind an echo, is believed so much sooner than a question. */
    private static final int SURE = 10;

    /** Escape sequences and pages make more bytes than characters, within reason. */
    private static final int BYTES_PER_CHARACTER = 4;

    private final LinkConfig.Ssh config;
    private final Screen screen = new Screen();
    private final Echo echo = new Echo(screen);
    private final TerminalReader reader = new TerminalReader(echo);
    private final PromptDetector prompts = new PromptDetector();
    private @Nullable OutputStream keyboard;
    private Runnable hangUp = () -> {};
    private @Nullable String ended;
    private long heardBytes;
    private boolean heardSinceTyping = true;
    private long lastHeard = System.nanoTime();

    Shell(LinkConfig.Ssh config) {
        this.config = config;
    }

    /** Where typed bytes go, and what closes the connection. */
    synchronized void connected(OutputStream keyboard, Runnable hangUp) {
        this.keyboard = keyboard;
        this.hangUp = hangUp;
    }

    /** Takes bytes that the node sent. */
    synchronized void hear(byte[] bytes, int offset, int length) {
        if (ended != null) {
            return;
        }
        reader.accept(bytes, offset, length);
        heardBytes += length;
        heardSinceTyping = true;
        lastHeard = System.nanoTime();
        screen.newLines()
                .filter(ConnectRefusal::isGoingDown)
                .findFirst()
                .ifPresent(words -> end("the node said: " + words.strip()));
        if (Math.max(screen.size(), heardBytes / BYTES_PER_CHARACTER) > config.longestAnswer()) {
            end("the answer is longer than " + config.longestAnswer() + " characters");
        }
        notifyAll();
    }

    /** The connection is over; the first reason given counts. Never sends anything to the node's command line. */
    void end(String why) {
        Runnable close;
        synchronized (this) {
            if (ended == null) {
                ended = why;
            }
            close = hangUp;
            notifyAll();
        }
        close.run();
    }

    /** The node's side ended the connection; what it said last tells more than that. */
    void overBecause(String why) {
        String words = lastWords();
        end(words.isEmpty() ? why : why + "; its last words were \"" + words + "\"");
    }

    private synchronized String lastWords() {
        if (prompts.ofEnd(screen.end(PromptDetector.LONGEST), beforeTheEnd()).kind() == PromptState.Kind.PROMPT) {
            return "";
        }
        List<String> lines = SecretMask.mask(String.join("\n", screen.lines()))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }

    synchronized boolean isOpen() {
        return ended == null;
    }

    /** Types keys. Never called with a control character but the line end of a command or an answer. */
    void type(String keys) throws Ended {
        OutputStream out;
        synchronized (this) {
            throwIfEnded();
            heardSinceTyping = false;
            lastHeard = System.nanoTime();
            out = keyboard;
        }
        try {
            if (out != null) {
                out.write(keys.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            end("nothing could be sent");
            throw new Ended(why());
        }
    }

    /** Types a command; its echo is taken away from what follows. */
    void typeCommand(String text) throws Ended {
        synchronized (this) {
            echo.expect(text);
            heardBytes = 0;
        }
        type(text + "\n");
    }

    /**
     * Waits until the platform waits: for a command, for a key or for an answer.
     *
     * @throws Late where it did not within the deadline
     * @throws Ended where the connection is over
     */
    PromptState await(Deadline deadline) throws Late, Ended, InterruptedException {
        return await(deadline, deadline.patience());
    }

    /**
     * The same.
     *
     * @throws Late also where nothing at all was said for the silence
     */
    synchronized PromptState await(Deadline deadline, Duration silence) throws Late, Ended, InterruptedException {
        while (true) {
            throwIfEnded();
            PromptState prompt = prompt();
            long quietNanos = quiet(prompt).toNanos() - (System.nanoTime() - lastHeard);
            if (prompt.kind() != PromptState.Kind.OUTPUT && quietNanos <= 0) {
                return prompt;
            }
            if (deadline.expired() || System.nanoTime() - lastHeard >= silence.toNanos()) {
                throw new Late();
            }
            long wait = prompt.kind() == PromptState.Kind.OUTPUT ? LOOK_MILLIS : quietNanos / 1_000_000 + 1;
            wait(Math.min(wait, deadline.waitMillis()));
        }
    }

    private PromptState prompt() {
        if (!heardSinceTyping) {
            return PromptState.OUTPUT;
        }
        PromptState prompt = prompts.ofEnd(screen.end(PromptDetector.LONGEST), beforeTheEnd());
        if (echo.done()) {
            return prompt;
        }
        return prompt.kind() == PromptState.Kind.PROMPT ? PromptState.UNECHOED : PromptState.OUTPUT;
    }

    private int beforeTheEnd() {
        return Math.max(0, screen.length() - PromptDetector.LONGEST);
    }

    private Duration quiet(PromptState prompt) {
        return switch (prompt.kind()) {
            case OUTPUT -> Duration.ZERO;
            case PAGER -> config.quiet().dividedBy(4);
            case QUESTION -> config.quiet();
            case UNECHOED -> UNECHOED;
            case PROMPT -> quietAtPrompt();
        };
    }

    private Duration quietAtPrompt() {
        if (prompts.hasLearned()) {
            return config.quiet().dividedBy(SURE);
        }
        return PlatformPrompt.isPlain(screen.end(PromptDetector.LONGEST))
                ? config.quiet()
                : config.quiet().multipliedBy(4);
    }

    private void throwIfEnded() throws Ended {
        if (ended != null) {
            throw new Ended(ended);
        }
    }

    private synchronized String why() {
        return ended == null ? "it was closed" : ended;
    }

    /** Presses a pager's key and takes the pager's words out of the answer. */
    void turnPage(PromptState pager) throws Ended {
        synchronized (this) {
            screen.dropPager(pager.column());
            if (!pager.reply().equals(" ")) {
                screen.dropLastIf("");
                if (screen.dropLastIf("end of the file reached")) {
                    screen.dropLastIf("");
                }
            }
        }
        type(pager.reply());
    }

    /** From now on only what looks like the last line is a prompt. */
    synchronized void learnPrompt() {
        prompts.learn(screen.current());
    }

    /** The lines between the echo and the prompt, a prompt that was painted twice left out. */
    synchronized Answer answer() {
        List<String> lines = new ArrayList<>(screen.ended());
        while (!lines.isEmpty() && prompts.of(lines.get(lines.size() - 1)).kind() == PromptState.Kind.PROMPT) {
            lines.remove(lines.size() - 1);
        }
        return new Answer(lines);
    }

    /** Everything that stands on the screen. */
    synchronized List<String> seen() {
        return screen.lines();
    }

    /** The connection is over. */
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        Ended(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** The platform did not wait for anything within the deadline. */
    static final class Late extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
