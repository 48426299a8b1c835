package io.presencemedic.link.ssh;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkListener;
import java.time.Clock;

/** Reads an answer of the platform CLI as a shell's answer is read. */
public final class PlatformWords {
    private PlatformWords() {}

    /** Gives the value, or the typed failure where the platform refused or the answer is not understood. */
    public static <T> T read(String node, Command<T> command, Answer answer) throws LinkException {
        return new CommandRecording(node, command.text(), Clock.systemUTC(), LinkListener.NONE).read(command, answer);
    }
}
