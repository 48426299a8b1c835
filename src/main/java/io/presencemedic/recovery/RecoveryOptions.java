package io.presencemedic.recovery;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.ParameterSchema;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.Set;

/**
 * What the caller has ordered.
 *
 * @param mayAsk whether lines that need an approval may ask for it; otherwise they are left out
 * @param enable whether what was found switched off is switched on too
 */
record RecoveryOptions(boolean mayAsk, boolean enable) {
    static final String HIGH_AVAILABILITY = "highAvailability";
    static final String ENABLE = "ENABLE";
    static final String LEAVE_OFF = "LEAVE_OFF";
    private static final String AS_FOUND = "AS_FOUND";
    private static final String ALLOW_APPROVAL_LINES = "allowApprovalLines";

    /** What these remedy may be off by intent. */
    private static final Set<RunbookName> SWITCHES_ON =
            Set.of(RunbookName.HIGH_AVAILABILITY_ENABLE, RunbookName.REPLICATION_SYNC_MONITOR_ENABLE);

    static ParameterSchema schema() {
        return ParameterSchema.none()
                .flag(
                        ALLOW_APPROVAL_LINES,
                        "whether lines that need an approval are part of it; the job asks once, before the first of them."
                                + " false leaves them out",
                        true)
                .choice(
                        HIGH_AVAILABILITY,
                        "AS_FOUND (the default) leaves high availability off where it was off before; ENABLE switches it"
                                + " on at the end in any case",
                        List.of(AS_FOUND, ENABLE));
    }

    static RecoveryOptions of(Parameters parameters) {
        return new RecoveryOptions(
                parameters.json().path(ALLOW_APPROVAL_LINES).asBoolean(true),
                parameters.text(HIGH_AVAILABILITY).filter(ENABLE::equals).isPresent());
    }

    /** Whether the finding is to be remedied: not what is only worth knowing, nor what is left as it was found. */
    boolean concerns(Finding finding) {
        if (switchesOn(finding)) {
            return enable;
        }
        return switch (finding.severity()) {
            case CRITICAL, ERROR -> true;
            case WARNING -> finding.runbook() != null || finding.item().equals(DocumentRef.C3.id());
            case INFO -> false;
        };
    }

    /**
     * Whether the finding is about a change that its nodes have not heard of, so that what rests on it cannot help
     * (C1).
     */
    boolean isUndelivered(Finding finding) {
        return finding.item().equals(DocumentRef.C1.id()) && !concerns(finding);
    }

    /** Whether the finding is about something that was done on purpose, or may have been, and stays so. */
    boolean leaves(Finding finding) {
        boolean wanted =
                finding.severity() == Severity.INFO && !finding.remedies().isEmpty();
        return wanted || (switchesOn(finding) && !enable);
    }

    private static boolean switchesOn(Finding finding) {
        return finding.runbook() != null && SWITCHES_ON.contains(finding.runbook());
    }
}
