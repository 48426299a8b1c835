package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Evidence;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A finding while a rule writes it. */
final class Draft {
    private final String code;
    private final String item;
    private final Severity severity;
    private final String summary;
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private final List<Finding.Defect> defects = new ArrayList<>();
    private final Set<String> causes = new LinkedHashSet<>();
    private @Nullable String runbook;

    private Draft(String code, String item, Severity severity, String summary) {
        this.code = code;
        this.item = item;
        this.severity = severity;
        this.summary = summary;
    }

    static Draft of(String code, DocumentRef item, Severity severity, String summary) {
        return new Draft(code, item.id(), severity, summary);
    }

    /** A draft that begins with all that a finding says. */
    static Draft continuing(Finding finding) {
        Draft draft = new Draft(finding.code(), finding.item(), finding.severity(), finding.summary());
        draft.defects.addAll(finding.defects());
        return draft.evidence(finding.evidence()).causes(finding.causes()).runbook(finding.runbook());
    }

    Draft evidence(Evidence line) {
        evidence.add(line);
        return this;
    }

    Draft evidence(Collection<Evidence> lines) {
        evidence.addAll(lines);
        return this;
    }

    Draft runbook(@Nullable String name) {
        runbook = name;
        return this;
    }

    Draft defect(DefectId defect) {
        defects.add(Finding.Defect.of(defect));
        return this;
    }

    Draft causes(Collection<String> codes) {
        causes.addAll(codes);
        causes.remove(code);
        return this;
    }

    Finding finding() {
        return new Finding(code, item, severity, summary, List.copyOf(evidence), runbook, defects, List.copyOf(causes));
    }
}
