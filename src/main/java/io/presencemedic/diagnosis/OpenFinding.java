package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was found and has not been seen gone.
 *
 * @param since when the diagnosis that found it first asked the nodes
 */
record OpenFinding(Comparison.FindingName name, Severity severity, String summary, Instant since) {
    /** What a diagnosis found, by name: of several with the same name the first. */
    static Map<Comparison.FindingName, OpenFinding> of(Diagnosis diagnosis) {
        Map<Comparison.FindingName, OpenFinding> found = new LinkedHashMap<>();
        for (Finding finding : diagnosis.findings()) {
            Comparison.FindingName name = Comparison.FindingName.of(finding);
            found.putIfAbsent(name, new OpenFinding(name, finding.severity(), finding.summary(), diagnosis.madeAt()));
        }
        return found;
    }

    /** Those that are seen gone: what could not be found out this time may still be there. */
    static List<OpenFinding> gone(List<OpenFinding> before, Diagnosis now) {
        Map<Comparison.FindingName, OpenFinding> here = of(now);
        return before.stream()
                .filter(each -> !here.containsKey(each.name()))
                .filter(each -> now.undetermined().stream().noneMatch(each::mayDependOn))
                .toList();
    }

    /** Those that were not there before. */
    static List<OpenFinding> appeared(List<OpenFinding> before, Diagnosis now) {
        List<Comparison.FindingName> known =
                before.stream().map(OpenFinding::name).toList();
        return of(now).values().stream()
                .filter(each -> !known.contains(each.name()))
                .toList();
    }

    private boolean mayDependOn(Undetermined open) {
        return open.node() == null || name.node() == null || open.node().equals(name.node());
    }

    /** Its coming or going, as the diagnosis saw it. */
    FindingChange change(Diagnosis by, boolean appeared) {
        return new FindingChangeBuilder()
                .appeared(appeared)
                .cluster(by.cluster())
                .diagnosis(by.id())
                .at(by.madeAt())
                .code(name.code())
                .node(name.node())
                .severity(severity)
                .summary(summary)
                .since(since)
                .build();
    }
}
