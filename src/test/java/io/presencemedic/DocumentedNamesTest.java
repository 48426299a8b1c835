package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Codes, runbooks and whatever else README and docs call by a name in backticks is called so here. */
@BesideTheService
class DocumentedNamesTest {
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern CODE_NAME = Pattern.compile("`([A-Z]+(?:_[A-Z0-9]+)+)`");
    private static final Pattern CODE_WORD = Pattern.compile("\\b([A-Z]+(?:_[A-Z0-9]+)+)\\b");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");
    private static final Pattern STARTED = Pattern.compile("\"runbook\"\\s*:\\s*\"([a-z0-9-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern WORD = Pattern.compile("\\b([a-z0-9]+(?:-[a-z0-9]+)+)\\b");

    /** Variables of the environment, which programs of others read or which scripts set. */
    private static final Pattern VARIABLE = Pattern.compile("(?:MEDIC|QUARKUS)_.*|JAVA_HOME|IMAGE_JDK");

    /** What others call so. */
    private static final Set<String> OF_OTHERS = Set.of(
            "ansible-galaxy",
            "ansible-lint",
            "fast-jar",
            "keycloak-quarkus-dist",
            "oidc-provider",
            "quarkus-http-problem",
            "quarkus-resteasy-problem",
            "start-dev",
            "vnu-jar");

    @Test
    void everyCodeThatTheDocumentationNamesIsInTheCode() {
        Set<String> named = Documentation.named(CODE_NAME);
        named.removeIf(VARIABLE.asMatchPredicate());
        Set<String> known = new TreeSet<>(ProjectFiles.words(CODE, ".java", CODE_WORD));
        // What the kill matrix does to the service, and what ServiceNow is told.
        known.addAll(ProjectFiles.words(Path.of("src/test/java"), ".java", CODE_WORD));
        known.addAll(ProjectFiles.words(Path.of("integrations"), ".js", CODE_WORD));
        assertThat(named).isSubsetOf(known);
    }

    @Test
    void everyRunbookAndEveryOtherNameThatTheDocumentationNamesIsInTheCodeTheManifestsOrTheBuild() {
        Set<String> known = new TreeSet<>(ProjectFiles.words(CODE, ".java", LITERAL));
        known.addAll(ProjectFiles.words(Path.of("k8s"), ".yaml", WORD));
        known.addAll(ProjectFiles.words(Path.of("pom.xml"), ".xml", WORD));
        known.addAll(OF_OTHERS);
        assertThat(Documentation.named(NAME)).isSubsetOf(known);
    }

    @Test
    void everyRunbookThatTheDocumentationStartsIsInTheCode() {
        assertThat(Documentation.named(STARTED)).isSubsetOf(ProjectFiles.words(CODE, ".java", LITERAL));
    }
}
