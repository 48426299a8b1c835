package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.CallerProgram.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The collection {@code integrations/ansible} in Ansible's hands and against the packaged service; prepared by
 * {@code src/test/integrations/install}.
 */
@Tag("integrations")
class AnsibleIT {
    private static final Path PLAYBOOKS =
            Path.of("src/test/integrations/ansible").toAbsolutePath();
    private static final String TESTER = "/usr/lib/python3/dist-packages/ansible_test";
    private static final String VALIDATOR = TESTER + "/_util/controller/sanity/validate-modules";

    /** Those that want nothing from PyPI; validate-modules is run by hand below. */
    private static final List<String> SANITY = List.of(
            "action-plugin-docs",
            "compile",
            "empty-init",
            "future-import-boilerplate",
            "ignores",
            "line-endings",
            "metaclass-boilerplate",
            "no-assert",
            "no-basestring",
            "no-dict-iteritems",
            "no-get-exception",
            "no-illegal-filenames",
            "no-main-display",
            "no-smart-quotes",
            "no-unicode-literals",
            "replace-urlopen",
            "shebang",
            "symlinks",
            "use-argspec-type-path",
            "use-compat-six");

    @TempDir
    static Path folder;

    /** Ansible finds a collection by the folders that it stands in. */
    private static Path collection;

    @BeforeAll
    static void install() throws Exception {
        collection = folder.resolve("ansible_collections/presence_medic/imp");
        Files.createDirectories(collection.getParent());
        succeeds(Map.of(), List.of("cp", "-r", "integrations/ansible", collection.toString()));
    }

    private static Ended succeeds(Map<String, String> environment, List<String> command) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("LC_ALL", "C.UTF-8");
        all.put("ANSIBLE_COLLECTIONS_PATH", folder.toString());
        all.put("ANSIBLE_NOCOLOR", "1");
        Ended ended = CallerProgram.run(folder, all, command);
        assertThat(ended.status()).as(ended.said() + ended.complained()).isZero();
        return ended;
    }

    private static Ended inCollection(String command) throws Exception {
        return succeeds(Map.of(), List.of("bash", "-c", "cd " + collection + " && " + command));
    }

    private static Map<String, String> access(PackagedService service) throws IOException {
        return Map.of("MEDIC_URL", "http://127.0.0.1:" + service.port(), "MEDIC_API_KEY", service.adminKey());
    }

    private static Ended play(PackagedService service, String playbook, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("ansible-playbook"));
        command.addAll(List.of(more));
        command.add(PLAYBOOKS.resolve(playbook).toString());
        return succeeds(access(service), command);
    }

    @Test
    void aSickClusterIsRepairedAndTheSecondRunChangesNothing() throws Exception {
        Map<String, String> ill =
                Map.of("MEDIC_SIMULATOR_SCENARIO", "stuck-in-starting", "MEDIC_SIMULATOR_TIME_FACTOR", "20");
        try (PackagedService service = new PackagedService(folder.resolve("ill"), ill)) {
            service.awaitReady();
            play(service, "first.yml");
            String inventory = Files.writeString(
                            folder.resolve("presence_medic.yml"), "plugin: presence_medic.imp.inventory\n")
                    .toString();
            JsonNode hosts = succeeds(access(service), List.of("ansible-inventory", "-i", inventory, "--list"))
                    .json();
            assertThat(hosts.at("/imp_publisher/hosts/0").asText()).isEqualTo("imp-pub.simulated");
            assertThat(hosts.at("/_meta/hostvars/imp-pub.simulated/presence_cluster")
                            .asText())
                    .isEqualTo("simulated");
            for (String mode : List.of("--diff", "--check")) {
                Ended second = play(service, "second.yml", "-i", inventory, mode);
                assertThat(second.said()).contains("changed=0").contains("failed=0");
            }
        }
    }

    @Test
    void aClusterAScheduleAndAWebhookAreMadeOnlyOnce() throws Exception {
        Map<String, String> real = Map.of(
                "MEDIC_SIMULATOR_ENABLED", "false",
                "MEDIC_CREDENTIALS__EMEA_PLATFORM__USERNAME", "admin",
                "MEDIC_CREDENTIALS__EMEA_PLATFORM__PASSWORD", "secret-1",
                "MEDIC_CREDENTIALS__EMEA_AXL__USERNAME", "axl",
                "MEDIC_CREDENTIALS__EMEA_AXL__PASSWORD", "secret-2");
        try (PackagedService service = new PackagedService(folder.resolve("real"), real)) {
            service.awaitReady();
            play(service, "inventory.yml");
            play(service, "callers.yml");
        }
    }

    @Test
    void ansiblesOwnTestsFindNothing() throws Exception {
        inCollection(
                "git init -q . && ansible-test sanity --python $(/usr/bin/python3 -c 'import sys; print(\"%d.%d\" % sys.version_info[:2])') --test "
                        + String.join(" --test ", SANITY));
    }

    /** What it says of the licence does not hold for a project that is not part of Ansible. */
    @Test
    void theDocumentationOfTheModulesIsWhatTheyTake() throws Exception {
        Ended checked = CallerProgram.run(
                folder,
                Map.of("PYTHONPATH", VALIDATOR, "ANSIBLE_COLLECTIONS_PATH", folder.toString(), "LC_ALL", "C.UTF-8"),
                List.of(
                        "bash",
                        "-c",
                        "cd " + collection + " && /usr/bin/python3 " + VALIDATOR
                                + "/validate.py --format plain --collection ansible_collections/presence_medic/imp"
                                + " --collection-version 1.1.0 plugins/modules/*.py"));
        assertThat(checked.complained()).isEmpty();
        assertThat(checked.said().lines()).allMatch(line -> line.contains("missing-gplv3-license"));
    }

    @Test
    void ansibleLintFindsNothingByItsProductionProfile() throws Exception {
        Ended checked = inCollection(
                "ansible-lint --nocolor --offline --profile production playbooks roles meta galaxy.yml extensions");
        assertThat(checked.complained()).contains("Passed with production profile");
    }
}
