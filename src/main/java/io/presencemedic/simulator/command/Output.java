package io.presencemedic.simulator.command;

import java.time.Duration;
import java.util.List;

/** Where a command prints. */
public interface Output {
    /** Prints one line. */
    void line(String text);

    /** Lets so much of the cluster's time pass before the next line. */
    void pause(Duration time);

    /**
     * Asks a question and waits for the line that is typed.
     *
     * @return whether that line is the wanted one
     */
    boolean confirm(String question, String wanted);

    /** Shows a file, in the viewer with its own pager where pages are wanted. */
    void view(List<String> lines);

    /** Whether long answers of this session stop at each page. */
    boolean paged();

    /** Switches pages for the rest of this session. */
    void paged(boolean on);

    /** Makes this answer stop at each page, whatever the session's setting is. */
    void pageThisAnswer();
}
