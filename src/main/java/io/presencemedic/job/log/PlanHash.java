package io.presencemedic.job.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Binds an execution to a plan: what would be done, to what, with which commands. */
public final class PlanHash {
    private PlanHash() {}

    /** The hash of a finished plan, 64 hexadecimal digits; empty while it is being made. */
    public static Optional<String> of(JobHistory plan) {
        if (!plan.isFinished() || plan.planned().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        JobEvent.Submitted submitted = plan.submitted();
        JobEvent.Planned planned = plan.planned().get();
        text.append(submitted.cluster())
                .append('\n')
                .append(submitted.runbook())
                .append('\n');
        text.append(planned.group()).append('\n').append(planned.node()).append('\n');
        text.append(submitted.parameters()).append('\n');
        for (LineHistory line : plan.lines()) {
            text.append(line.number())
                    .append('|')
                    .append(line.step())
                    .append('|')
                    .append(line.target());
            text.append('|').append(line.restores()).append('|').append(line.outcome());
            text.append('|').append(line.commands()).append('\n');
        }
        return Optional.of(sha256(text.toString()));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
