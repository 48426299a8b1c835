package io.presencemedic.killmatrix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What a run of the matrix has counted; several threads count. */
final class Tally implements SentCommands.Deaths {
    private final Map<Figure, List<String>> found = new EnumMap<>(Figure.class);
    private final Map<Strike, Integer> rounds = new EnumMap<>(Strike.class);
    private final Map<Strike, List<Duration>> times = new EnumMap<>(Strike.class);
    private final Map<String, Integer> ends = new TreeMap<>();
    private final Map<String, Instant> deaths = new ConcurrentHashMap<>();

    synchronized void add(Map<Figure, List<String>> more) {
        more.forEach((figure, what) -> {
            found.computeIfAbsent(figure, none -> new ArrayList<>()).addAll(what);
            what.forEach(each -> System.err.println(figure + ": " + each));
        });
    }

    void add(Figure figure, String what) {
        add(Map.of(figure, List.of(what)));
    }

    synchronized void round(Strike strike, Collection<Duration> until) {
        int round = rounds.merge(strike, 1, Integer::sum);
        System.out.printf(
                "%s %d: %s ms%n",
                strike, round, until.stream().map(Duration::toMillis).toList());
        times.computeIfAbsent(strike, none -> new ArrayList<>()).addAll(until);
    }

    synchronized void ended(String state) {
        ends.merge(state, 1, Integer::sum);
    }

    void died(String worker, Instant when) {
        deaths.put(worker, when);
    }

    @Override
    public boolean hadEnded(String worker, Instant when) {
        Instant death = deaths.get(worker);
        return death != null && death.isBefore(when);
    }

    synchronized List<String> found(Figure figure) {
        return List.copyOf(found.getOrDefault(figure, List.of()));
    }

    synchronized int rounds(Strike strike) {
        return rounds.getOrDefault(strike, 0);
    }

    /** Sorted. */
    synchronized List<Duration> times(Strike strike) {
        return times.getOrDefault(strike, List.of()).stream().sorted().toList();
    }

    synchronized Map<String, Integer> ends() {
        return new TreeMap<>(ends);
    }
}
