package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.command.Output;
import java.time.Duration;
import java.util.List;

/** Keeps an answer to itself, for links that are cut before or while it is sent. */
final class CapturedOutput implements Output {
    private final StringBuilder text = new StringBuilder();

    String firstHalf() {
        return text.substring(0, text.length() / 2);
    }

    @Override
    public void line(String line) {
        text.append(line).append("\r\n");
    }

    @Override
    public void pause(Duration time) {}

    @Override
    public boolean confirm(String question, String wanted) {
        return true;
    }

    @Override
    public void view(List<String> lines) {
        lines.forEach(this::line);
    }

    @Override
    public boolean paged() {
        return true;
    }

    @Override
    public void paged(boolean on) {}

    @Override
    public void pageThisAnswer() {}
}
