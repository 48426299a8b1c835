package io.presencemedic.runbook.step;

import io.presencemedic.cisco.NameList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Hold;
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

    /**
     * The end of a line where somebody switched high availability on against this job; {@code when} goes on with it.
     */
    static Decision.Fail switchedOnByOthers(Group group, String when) {
        return new Decision.Fail(
                Hold.SWITCHED_ON_BY_OTHERS,
                "high availability of group " + group.name() + " was switched on by somebody else " + when
                        + "; settle who works on the cluster, then run this again");
    }
}
