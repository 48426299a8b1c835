package io.presencemedic.simulator.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scenarios that are part of the simulator, by name. A scenario begins as somebody finds it 20 minutes after the
 * fault; with {@code -at-once} behind its name it begins with the fault, and with {@code -ha-off} somebody has switched
 * high availability off since. Options, named among the scenarios, are ways in which a platform may behave.
 */
public final class Scenarios {
    private static final List<String> NAMES = List.copyOf(Resources.list("scenarios/index.yaml", String.class));
    private static final List<String> OPTIONS = List.copyOf(Resources.list("scenarios/options.yaml", String.class));
    private static final Duration LONG_AGO = Duration.ofDays(1);
    private static final String AT_ONCE = "-at-once";
    private static final String HA_OFF = "-ha-off";

    private Scenarios() {}

    /**
     * A change and its moment.
     *
     * @param ago how long before the scenario's beginning it happened
     * @param change what happened
     */
    record Happening(Duration ago, ScenarioChange change) {}

    /** The names of all scenarios, without their variants. */
    public static List<String> names() {
        return NAMES;
    }

    /** The names of all options. */
    public static List<String> options() {
        return OPTIONS;
    }

    /** Every scenario of which high availability takes notice, at its very beginning and with high availability off. */
    public static List<String> variants() {
        return NAMES.stream()
                .filter(name -> read(name).failsOver())
                .flatMap(name -> Stream.of(name + AT_ONCE, name + HA_OFF))
                .toList();
    }

    /**
     * Cuts a setting such as {@code stuck-in-starting} or {@code one+another-ha-off} into names.
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
        names.stream().filter(name -> !isKnown(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The simulator has no scenario '" + name + "'. It has "
                    + String.join(", ", NAMES) + ", each also with " + AT_ONCE + " or " + HA_OFF
                    + " behind its name, and the options " + String.join(", ", OPTIONS)
                    + "; several are combined with '+'.");
        });
    }

    private static boolean isKnown(String name) {
        return NAMES.contains(base(name)) || OPTIONS.contains(name);
    }

    private static String base(String name) {
        for (String suffix : List.of(AT_ONCE, HA_OFF)) {
            if (name.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    private static Scenario read(String name) {
        return Resources.read("scenarios/" + name + ".yaml", Scenario.class);
    }

    /** The changes of all these scenarios, the oldest first. */
    static List<Happening> happenings(List<String> names) {
        check(names);
        return names.stream()
                .flatMap(Scenarios::happenings)
                .sorted(Comparator.comparing(Happening::ago).reversed())
                .toList();
    }

    private static Stream<Happening> happenings(String name) {
        if (OPTIONS.contains(name)) {
            return read(name).changes().stream().map(change -> new Happening(LONG_AGO, change));
        }
        Scenario scenario = read(base(name));
        Duration began = name.endsWith(AT_ONCE) ? Duration.ZERO : scenario.began();
        Stream<Happening> changes = scenario.changes().stream()
                .map(change -> new Happening(change.ago().plus(began), change));
        return name.endsWith(HA_OFF)
                ? Stream.concat(
                        changes,
                        Stream.of(new Happening(began.dividedBy(2), new GroupChange.HighAvailabilityIs(null, false))))
                : changes;
    }
}
