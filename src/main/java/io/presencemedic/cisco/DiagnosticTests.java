package io.presencemedic.cisco;

import java.util.List;

/**
 * What {@code utils diagnose test} said.
 *
 * @param tests the tests
 * @param complete whether the answer ran to its end
 */
public record DiagnosticTests(List<Test> tests, boolean complete) {
    public DiagnosticTests {
        tests = List.copyOf(tests);
    }

    /** Whether every test passed or is one that is skipped. */
    public boolean healthy() {
        return complete && !tests.isEmpty() && tests.stream().allMatch(test -> test.passed() || test.skipped());
    }

    /**
     * One test.
     *
     * @param name its name, such as {@code validate_network}
     * @param result its result in the platform's own words
     * @param skipped whether the platform left it out
     */
    public record Test(String name, String result, boolean skipped) {
        /** Whether it passed. */
        public boolean passed() {
            return !skipped && result.matches("Passed(\\W.*)?");
        }
    }
}
