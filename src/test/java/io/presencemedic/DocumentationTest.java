package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README and docs name is there; {@code -Ddocs.update=true} writes the page of the configuration anew. */
@BesideTheService
class DocumentationTest {
    private static final Path CONFIGURATION = Path.of("docs/configuration.md");
    private static final Pattern KEY = Pattern.compile("`(medic\\.[a-z0-9.\\-]+[a-z0-9])(?:=[^`]*)?`");
    private static final Pattern METRIC = Pattern.compile("`(medic_[a-z0-9_]+)(?:\\{[^`]*})?`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|/|mailto:)([^)#]+)(?:#[^)]*)?\\)");

    /** Keys that are read by name, since they are needed before there are mappings, or hold a name of the reader's. */
    private static final List<ConfigurationKeys.Key> BY_NAME = List.of(
            new ConfigurationKeys.Key(
                    "medic.home",
                    ".medic",
                    "Folder of the embedded database, the first key, the evidence and the simulator."),
            new ConfigurationKeys.Key(
                    "medic.database.embedded",
                    "true unless a URL is configured",
                    "Whether the service starts a PostgreSQL of its own, its data kept in the home."),
            new ConfigurationKeys.Key(
                    "medic.credentials.\"<name>\".username",
                    "",
                    "The account of a credential that the inventory names."),
            new ConfigurationKeys.Key("medic.credentials.\"<name>\".password", "", "Its password."),
            new ConfigurationKeys.Key(
                    "medic.credentials.\"<name>\".hosts",
                    "",
                    "Where it may be sent: host names with stars, addresses and networks, with commas. Without it and `clusters`, the cluster that uses it first binds it to its hosts."),
            new ConfigurationKeys.Key(
                    "medic.credentials.\"<name>\".clusters",
                    "",
                    "Clusters, with stars, to whose nodes it may be sent whatever their hosts."),
            new ConfigurationKeys.Key(
                    "medic.credentials-dir",
                    "",
                    "A folder with a folder for each credential, which holds the files `username` and `password`, and may hold `hosts` and `clusters`."));

    @Test
    void every_configuration_key_stands_with_its_default_on_the_page_of_the_configuration() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(CONFIGURATION, expected);
        }
        assertThat(Files.readString(CONFIGURATION)).isEqualTo(expected);
    }

    private static String page() {
        String rows = Stream.concat(BY_NAME.stream(), ConfigurationKeys.all().stream())
                .map(key -> "| `%s` | %s | %s |"
                        .formatted(
                                key.name(),
                                key.otherwise().isEmpty() ? "–" : "`" + key.otherwise() + "`",
                                key.meaning()))
                .distinct()
                .collect(Collectors.joining("\n"));
        return """
                # Configuration

                Every key can be set as a system property, in `application.properties`, or as an environment variable (`medic.job.lease` is
                `MEDIC_JOB_LEASE`). Durations are ISO 8601. This page is made from the code by the build.

                | key | default | meaning |
                |---|---|---|
                %s
                """.formatted(rows);
    }

    @Test
    void every_key_that_the_documentation_names_exists() {
        Set<String> known = Stream.concat(BY_NAME.stream(), ConfigurationKeys.all().stream())
                .map(ConfigurationKeys.Key::name)
                .collect(Collectors.toSet());
        assertThat(Documentation.named(KEY)).isSubsetOf(known);
    }

    @Test
    void every_metric_that_the_documentation_names_is_in_the_code() {
        String code = allOf("src/main/java", ".java");
        assertThat(Documentation.named(METRIC))
                .allSatisfy(metric -> assertThat(code).containsAnyOf(meter(metric), meter(base(metric))));
    }

    /** A meter's name in the code, from which the exporter makes the one of the documentation. */
    private static String meter(String metric) {
        return "\"" + metric.replace('_', '.') + "\"";
    }

    /** The name without what the exporter puts behind it. */
    private static String base(String metric) {
        return metric.replaceAll("(?:_(?:total|seconds|bytes|max))+$", "");
    }

    @Test
    void every_file_that_the_documentation_links_to_is_there() {
        for (Path page : Documentation.pages()) {
            Matcher links = LINK.matcher(ProjectFiles.text(page));
            while (links.find()) {
                Path target = page.toAbsolutePath().getParent().resolve(links.group(1));
                assertThat(target).as("%s links to %s", page, links.group(1)).exists();
            }
        }
    }

    private static String allOf(String folder, String ending) {
        return ProjectFiles.below(Path.of(folder), ending).stream()
                .map(ProjectFiles::text)
                .collect(Collectors.joining("\n"));
    }
}
