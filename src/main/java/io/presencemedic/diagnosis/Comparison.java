package io.presencemedic.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.presencemedic.diagnosis.fact.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since the diagnosis before.
 *
 * @param with the id of the diagnosis before
 * @param added findings that were not there
 * @param gone findings that were there and are not any more, or could not be found out this time
 * @param unchanged findings that were there and still are
 */
record Comparison(
        UUID with, @JsonProperty("new") List<FindingName> added, List<FindingName> gone, List<FindingName> unchanged) {
    /**
     * A finding as it is recognised again.
     *
     * @param code what is wrong
     * @param node where its first evidence stands; null where that names no node
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingName(String code, @Nullable String node) {
        static FindingName of(Finding finding) {
            return new FindingName(
                    finding.code(),
                    finding.evidence().isEmpty()
                            ? null
                            : finding.evidence().get(0).node());
        }
    }

    static Comparison of(Diagnosis before, Diagnosis now) {
        Set<FindingName> old = all(before);
        Set<FindingName> here = all(now);
        return new Comparison(before.id(), without(here, old), without(old, here), both(here, old));
    }

    private static Set<FindingName> all(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(FindingName::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<FindingName> without(Set<FindingName> these, Set<FindingName> those) {
        return these.stream().filter(which -> !those.contains(which)).toList();
    }

    private static List<FindingName> both(Set<FindingName> these, Set<FindingName> those) {
        return these.stream().filter(those::contains).toList();
    }
}
