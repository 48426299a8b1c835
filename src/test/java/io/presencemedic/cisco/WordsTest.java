package io.presencemedic.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "12.5.1.13900-152,12.5.1.13900-40,true",
        "12.5.1.13901-1,12.5.1.13900-40,true",
        "12.5.1.13900-152,12.5.1.14900-40,false",
        "10.5.2.12901-1,10.5.2.14900-4,true",
        "14.0.1.13900-155,15.0.1.13900-1,false",
        "11.5.1.10000-6,11.5.1.11900-26,false"
    })
    void productsBelongTogetherUpToTheServiceUpdateFromElevenOn(String cucm, String presence, boolean together) {
        assertThat(version(cucm).matches(version(presence))).isEqualTo(together);
        assertThat(version(presence).matches(version(cucm))).isEqualTo(together);
    }

    @Test
    void versionsAreOrderedByTheirNumbers() {
        assertThat(List.of(version("15.0.1.9-1"), version("15.0.1.10000-2"), version("15.0.1.10000-10")))
                .isSorted();
        assertThat(version("15.0.1.12900-43").serviceUpdate()).isEqualTo(2);
        assertThat(version("15.0.1.10000-32").serviceUpdate()).isZero();
        assertThat(version("15.0.1.12900-43")).hasToString("15.0.1.12900-43");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "15.0", "fifteen", "15.0.1.10000-", "15.0.1.10000-2x", "99999999999.0.1"})
    void otherTextsAreNoVersions(String text) {
        assertThat(Version.parse(text)).isEmpty();
    }

    @Test
    void statesOfHighAvailabilityAreReadInAnyCase() {
        assertThat(HighAvailabilityState.ofWords("Failed  over with critical services NOT running"))
                .hasValue(HighAvailabilityState.FAILED_OVER_WITH_CRITICAL_SERVICES_NOT_RUNNING);
        assertThat(HighAvailabilityState.ofWords("Failover")).hasValue(HighAvailabilityState.FAILING_OVER);
        assertThat(HighAvailabilityState.ofWords("Failed")).hasValue(HighAvailabilityState.RUNNING_IN_FAILED_MODE);
        assertThat(HighAvailabilityState.ofWords("Norma")).isEmpty();
    }

    @Test
    void highAvailabilityIsOffWhereAnyNodeSaysSoAndConfirmedOffWhereAllDo() {
        var off =
                new HighAvailability.Node("a", HighAvailabilityState.UNKNOWN, "Unknown", HighAvailability.NOT_ENABLED);
        var normal = new HighAvailability.Node("b", HighAvailabilityState.NORMAL, "Normal", null);
        var unknown = new HighAvailability.Node("c", HighAvailabilityState.UNKNOWN, "Unknown", null);
        assertThat(group(off, off).confirmedOff()).isTrue();
        assertThat(group(off, normal).confirmedOff()).isFalse();
        assertThat(group(off, normal).enabled()).hasValue(false);
        assertThat(group(normal, normal).enabled()).hasValue(true);
        assertThat(group(normal, unknown).enabled()).isEmpty();
        assertThat(new HighAvailability(List.of(group(normal), group(unknown))).enabled())
                .isEmpty();
        assertThat(new HighAvailability(List.of()).enabled()).isEmpty();
    }

    private static HighAvailability.Group group(HighAvailability.Node... nodes) {
        return new HighAvailability.Group("group", List.of(nodes));
    }

    @Test
    void nodesOfTheDatabaseAreReadByTheirColumns() {
        SqlTable table = table(List.of("id", "name", "subclusterid"), "1", "imp-pub", "11");
        assertThat(EnterpriseNode.read(table)).hasValue(List.of(new EnterpriseNode("1", "imp-pub", "11")));
        SqlTable unbound = table(List.of("subclusterid", "id", "name"), null, "2", "imp-sub");
        assertThat(EnterpriseNode.read(unbound)).hasValue(List.of(new EnterpriseNode("2", "imp-sub", null)));
        assertThat(EnterpriseNode.read(table(List.of("id", "name"), "1", "x"))).isEmpty();
        assertThat(EnterpriseNode.read(table(List.of("id", "name", "subclusterid"), "1", "x", "1x")))
                .isEmpty();
        String uuid = "0f3c9a52-1111-4a6b-8c7d-aa00bb11cc22";
        assertThat(EnterpriseNode.read(table(List.of("id", "name", "subclusterid"), uuid, "x", uuid)))
                .hasValue(List.of(new EnterpriseNode(uuid, "x", uuid)));
    }

    @Test
    void bothSpellingsOfThePublishersAddressAreUnderstoodAndSecretsAreNotShown() {
        SqlTable table = table(List.of("cucmpublisherip", "axluser", "axlpassword"), "192.0.2.10", "axl", "Zx81");
        Optional<SyncAgentConfig> config = SyncAgentConfig.read(table);
        assertThat(config).map(SyncAgentConfig::publisherAddress).hasValue("192.0.2.10");
        assertThat(config).map(SyncAgentConfig::axlPassword).hasValue("Zx81");
        assertThat(config.toString() + table).doesNotContain("Zx81");
        SqlTable user = table(List.of("pkid", "name", "credentials"), "p", "axl", "Zx81");
        assertThat(ApplicationUser.read(user)).map(List::size).hasValue(1);
        assertThat(ApplicationUser.read(user).toString()).doesNotContain("Zx81");
    }

    private static SqlTable table(List<String> columns, String... row) {
        return new SqlTable(columns, List.of(Arrays.asList(row)));
    }

    @Test
    void defectsLeadToTheirDescription() {
        assertThat(DefectId.PRESENCE_ENGINE.link())
                .hasToString("https://bst.cloudapps.cisco.com/bugsearch/bug/CSCvg94247");
        assertThatThrownBy(() -> new DefectId("CSC1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itemsOfTheDocumentHaveTheirIds() {
        assertThat(DocumentRef.D7_10.id()).isEqualTo("D7.10");
        assertThat(DocumentRef.E_SYNC_AGENT.id()).isEqualTo("E-SYNC-AGENT");
        assertThat(DocumentRef.D2.id()).isEqualTo("D2");
    }
}
