package io.presencemedic.killmatrix;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run of the matrix as tables for a person. */
final class MatrixReport {
    private MatrixReport() {}

    static String of(KillMatrix matrix, Tally tally, Duration took) {
        return Stream.of(head(matrix, tally, took), figures(tally), times(tally))
                .collect(Collectors.joining("\n"));
    }

    private static String head(KillMatrix matrix, Tally tally, Duration took) {
        int rounds = Stream.of(Strike.values()).mapToInt(tally::rounds).sum();
        return "%d rounds in %d s, %d replicas, %d clusters, seed %d; jobs by their end: %s%n%s"
                .formatted(
                        rounds,
                        took.toSeconds(),
                        matrix.replicas(),
                        matrix.clusters(),
                        matrix.seed(),
                        tally.ends(),
                        leftOut());
    }

    private static String leftOut() {
        return Stream.of(Strike.values())
                .filter(strike -> !strike.isPossible())
                .map(strike -> "%s was left out: src/test/killmatrix/install has not been run%n".formatted(strike))
                .collect(Collectors.joining());
    }

    private static String figures(Tally tally) {
        return Stream.of(Figure.values())
                .map(figure ->
                        "| " + figure.words() + " | " + tally.found(figure).size() + " |\n")
                .collect(Collectors.joining("", "| what must not be | number |\n|---|---|\n", ""));
    }

    private static String times(Tally tally) {
        return Stream.of(Strike.values())
                .filter(strike -> tally.rounds(strike) > 0)
                .map(strike -> times(strike, tally))
                .collect(Collectors.joining(
                        "",
                        "| struck by | rounds | jobs in work | went on after p50 | p95 | max | goal for p95 |\n"
                                + "|---|---|---|---|---|---|---|\n",
                        ""));
    }

    private static String times(Strike strike, Tally tally) {
        List<Duration> times = tally.times(strike);
        Duration goal = strike.goal();
        return "| %s | %d | %d | %s | %s | %s | %s |%n"
                .formatted(
                        strike,
                        tally.rounds(strike),
                        times.size(),
                        quantile(times, 0.5),
                        quantile(times, 0.95),
                        quantile(times, 1),
                        goal == null ? "" : seconds(goal));
    }

    private static String quantile(List<Duration> sorted, double share) {
        return sorted.isEmpty() ? "" : seconds(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
