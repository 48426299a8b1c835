package io.presencemedic.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A list of steps with brackets: what a bracket's first step switches off, its last one switches on again.
 *
 * @param lines in the order in which they run, numbered from 1
 */
public record Plan(List<Line> lines) {
    public Plan {
        lines = List.copyOf(lines);
    }

    /** The line with that number. */
    public Line line(int number) {
        return lines.get(number - 1);
    }

    /** This plan with the lines of another behind its own, numbered on. */
    public Plan followedBy(Plan more) {
        List<Line> all = new ArrayList<>(lines);
        more.lines().forEach(line -> all.add(line.shifted(lines.size())));
        return new Plan(all);
    }

    /** Starts a plan. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects lines; restoring lines are added by {@link #within}, so they cannot be forgotten. */
    public static final class Builder {
        private final List<Line> lines = new ArrayList<>();
        private UnaryOperator<Step> guard = UnaryOperator.identity();

        /** Adds a line. */
        public Builder then(Step step) {
            add(guard.apply(step), null);
            return this;
        }

        /** Adds the bracket's take, the body, and the bracket's restore. */
        public Builder within(Bracket bracket, Runnable body) {
            UnaryOperator<Step> outer = guard;
            int taken = add(outer.apply(bracket.take()), null);
            guard = step -> outer.apply(bracket.guard().apply(step));
            body.run();
            guard = outer;
            add(bracket.restore(), new Restoring(taken, bracket.when()));
            return this;
        }

        /** Nests the brackets, the first outermost, around the body. */
        public Builder within(List<Bracket> brackets, Runnable body) {
            if (brackets.isEmpty()) {
                body.run();
                return this;
            }
            return within(brackets.get(0), () -> within(brackets.subList(1, brackets.size()), body));
        }

        /** The plan as collected so far. */
        public Plan build() {
            return new Plan(lines);
        }

        private int add(Step step, @org.jspecify.annotations.Nullable Restoring restores) {
            int number = lines.size() + 1;
            lines.add(new Line(number, step, restores));
            return number;
        }
    }
}
