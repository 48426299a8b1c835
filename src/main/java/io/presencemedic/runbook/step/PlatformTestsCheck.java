package io.presencemedic.runbook.step;

import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.cli.UtilsDiagnoseTest;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The node's own tests pass. The troubleshooter's page, which the document names, has no interface: a person has to
 * look at it (D7.4).
 */
record PlatformTestsCheck(Node node) implements Step {
    private static final String PAGE =
            "the tests of \"CUCM Publisher\" are shown only on the page Diagnostics > System Troubleshooter";

    @Override
    public String name() {
        return "platform-tests-pass";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        DiagnosticTests tests = look.ask(node, new UtilsDiagnoseTest());
        String failed = tests.tests().stream()
                .filter(test -> !test.passed() && !test.skipped())
                .map(test -> test.name() + ": " + test.result())
                .collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            return new Decision.Refuse(
                    "DIAGNOSTIC_TEST_FAILED", "tests that did not pass: " + failed + " (D7.4; " + PAGE + ")");
        }
        return tests.healthy()
                ? new Decision.Done("the node's own tests passed; " + PAGE)
                : new Decision.Refuse("DIAGNOSTIC_TEST_FAILED", "the node's own tests did not run to their end (D7.4)");
    }
}
