package io.presencemedic.simulator;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.simulator.command.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes down what a simulated command prints. The time that it takes passes at once. */
final class SpokenAnswer implements Output {
    private final List<String> lines = new ArrayList<>();
    private final Consumer<Duration> passing;

    SpokenAnswer(Consumer<Duration> passing) {
        this.passing = passing;
    }

    Answer answer() {
        return new Answer(lines);
    }

    @Override
    public void line(String text) {
        lines.addAll(List.of(text.split("\n", -1)));
    }

    @Override
    public void pause(Duration time) {
        passing.accept(time);
    }

    @Override
    public boolean confirm(String question, String wanted) {
        return true;
    }

    @Override
    public void view(List<String> file) {
        lines.addAll(file);
    }

    @Override
    public boolean paged() {
        return false;
    }

    @Override
    public void paged(boolean on) {}

    @Override
    public void pageThisAnswer() {}
}
