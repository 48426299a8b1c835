package io.presencemedic.simulator.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios that are part of the simulator, by name. */
public final class Scenarios {
    private static final List<String> NAMES = List.copyOf(Resources.list("scenarios/index.yaml", String.class));

    private Scenarios() {}

    /** The names of all scenarios. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Cuts a setting such as {@code stuck-in-starting} or {@code one+another} into names.
     *
     * @throws IllegalArgumentException if a name is unknown; its message lists the known ones
     */
    public static List<String> parse(String setting) {
        List<String> names = Arrays.stream(setting.split("[+,]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        check(names);
        return names.isEmpty() ? List.of("healthy") : names;
    }

    static void check(List<String> names) {
        names.stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The simulator has no scenario '" + name + "'. It has "
                    + String.join(", ", NAMES) + "; several are combined with '+'.");
        });
    }

    /** The changes of all these scenarios, the oldest first. */
    static List<ScenarioChange> changes(List<String> names) {
        check(names);
        Stream<ScenarioChange> all = names.stream()
                .map(name -> Resources.read("scenarios/" + name + ".yaml", Scenario.class))
                .flatMap(scenario -> scenario.changes().stream());
        return all.sorted(Comparator.comparing(ScenarioChange::ago).reversed()).toList();
    }
}
