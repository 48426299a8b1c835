package io.presencemedic.runbook.step;

import io.presencemedic.cisco.NameList;
import io.presencemedic.cisco.ServiceName;
import java.time.Duration;
import java.util.List;

/** Phrases that several steps say. */
final class StepMessages {
    private static final int MOST_NAMES = 5;

    private StepMessages() {}

    /** A duration as people say it. */
    static String of(Duration duration) {
        return duration.toSecondsPart() == 0 && duration.toMinutes() > 0
                ? duration.toMinutes() + " min"
                : duration.toSeconds() + " s";
    }

    /** Some names, and how many there are besides. */
    static String of(List<ServiceName> names) {
        return NameList.of(names.stream().map(ServiceName::value).toList(), MOST_NAMES);
    }
}
