package io.presencemedic.cisco.cli;

import java.time.Duration;

/** {@code show tech database dump}: a dump of the database, heavy. Its form is not known; it is kept as it comes. */
public record ShowTechDatabaseDump() implements Command<String> {
    @Override
    public String text() {
        return "show tech database dump";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(15);
    }

    /** The whole answer; refused only where it is empty or the platform refused the command. */
    @Override
    public String read(Answer answer) throws Unreadable {
        return PlainText.readDump(answer);
    }
}
