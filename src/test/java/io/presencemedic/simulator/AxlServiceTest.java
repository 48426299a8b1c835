package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BesideTheService
class AxlServiceTest {
    private static final String UPDATE = "updatePresenceRedundancyGroup";

    @RegisterExtension
    static final SharedSimulator shared = SharedSimulator.of("healthy", 500, Clock.systemUTC());

    private AxlClient axl;

    @BeforeEach
    void beginAnew() throws Exception {
        axl = new AxlClient(shared.simulator(), shared.endpoint("cucm-pub"));
    }

    @Test
    void theTestPageIsShownToTheAccountOnly() throws Exception {
        assertThat(axl.get().body()).contains("The AXL Web Service is working and accepting requests.");

        axl.authorization = Optional.of(AxlClient.basic("axl", "wrong"));
        assertThat(axl.get().statusCode()).isEqualTo(401);
    }

    @Test
    void theCookieOfASessionReplacesThePassword() throws Exception {
        String header = axl.get().headers().firstValue("Set-Cookie").orElseThrow();
        axl.authorization = Optional.empty();
        axl.cookie = Optional.of(header.substring(0, header.indexOf(';')));
        assertThat(axl.get().statusCode()).isEqualTo(200);

        axl.cookie = Optional.of("JSESSIONIDSSO=OLD");
        assertThat(axl.get().statusCode()).isEqualTo(404);
    }

    @Test
    void theAnswerRepeatsTheVersionThatWasAskedForAndNotTheSystems() throws Exception {
        assertThat(axl.ask("12.5", "getCCMVersion", "").body())
                .contains("http://www.cisco.com/AXL/API/12.5")
                .contains("<version>15.0.1.12900-234</version>");
        assertThat(axl.ask("14.0", "getCCMVersion", "<processNodeName>IMP-SUB.example.com</processNodeName>")
                        .body())
                .contains("<version>15.0.1.12900-43</version>");
    }

    @Test
    void aVersionThatTheReleaseDoesNotKnowIsRefusedWithAPage() throws Exception {
        HttpResponse<String> answer = axl.ask("11.5", "getCCMVersion", "");

        assertThat(answer.statusCode()).isEqualTo(599);
        assertThat(answer.body()).contains("Incorrect axl version. Supported axl versions are 12.x, 14.0 and 15.0");
    }

    @Test
    void headerAndMessageMustSpeakOfTheSameVersion() throws Exception {
        assertThat(axl.ask("12.5", "14.0", "getCCMVersion", "").statusCode()).isEqualTo(500);
    }

    @Test
    void groupsAreListedWithTheTagsThatAreWanted() throws Exception {
        String criteria = "<searchCriteria><name>default%</name></searchCriteria>";
        String answer = axl.ask(
                        "12.5",
                        "listPresenceRedundancyGroup",
                        criteria + "<returnedTags><name/><server2/><numUsers/></returnedTags>")
                .body();

        assertThat(answer)
                .contains("<name>DefaultCUPSubcluster</name><server2 uuid=\"{")
                .contains(">imp-sub.example.com</server2><numUsers>410</numUsers>")
                .doesNotContain("haEnabled");
    }

    @Test
    void aServerOutsideEveryGroupIsListedAndCanJoin() throws Exception {
        shared.simulator().reset(List.of("presence-engine-outside-group"));
        String all = "<searchCriteria><name>%</name></searchCriteria><returnedTags><name/></returnedTags>";
        assertThat(axl.ask("12.5", "listUnassignedPresenceServers", all).body())
                .contains("<name>imp-sub.example.com</name>")
                .doesNotContain("imp-pub");

        String join = "<name>DefaultCUPSubcluster</name><server2>imp-sub.example.com</server2>";
        assertThat(axl.ask("12.5", UPDATE, join).statusCode()).isEqualTo(200);
        assertThat(axl.ask("12.5", "listAssignedPresenceServers", all).body()).contains("imp-sub.example.com");
    }

    @Test
    void aQueryIsAnsweredFromTheDatabaseOfTheNodeThatIsAsked() throws Exception {
        String sql = "<sql>select name, haenabled from enterprisesubcluster</sql>";
        assertThat(new AxlClient(shared.simulator(), shared.endpoint("imp-pub"))
                        .ask("12.5", "executeSQLQuery", sql)
                        .body())
                .contains("<row><name>DefaultCUPSubcluster</name><haenabled>t</haenabled></row>");
        assertThat(axl.ask("12.5", "executeSQLQuery", sql).statusCode()).isEqualTo(500);
    }

    @Test
    void theServerListHoldsARowThatIsNoServer() throws Exception {
        String all = "<searchCriteria><name>%</name></searchCriteria><returnedTags><name/></returnedTags>";
        assertThat(axl.ask("12.5", "listProcessNode", all).body())
                .contains("<name>EnterpriseWideData</name>", "<name>imp-pub.example.com</name>");

        String presence = "<searchCriteria><processNodeRole>CUCM IM and Presence</processNodeRole></searchCriteria>"
                + "<returnedTags><name/></returnedTags>";
        assertThat(axl.ask("12.5", "listProcessNode", presence).body())
                .contains("imp-sub.example.com")
                .doesNotContain("cucm-pub", "Enterprise");
    }

    @Test
    void highAvailabilityIsSwitchedAndHeard() throws Exception {
        String off = "<name>DefaultCUPSubcluster</name><haEnabled>false</haEnabled>";
        assertThat(axl.ask("12.5", UPDATE, off).body()).contains("<return>{");

        assertThat(group()).contains("<haEnabled>false</haEnabled>");
        assertThat(shared.simulator().heard().get(0).text())
                .isEqualTo("updatePresenceRedundancyGroup name=DefaultCUPSubcluster haEnabled=false");
        assertThat(shared.simulator().heard().get(0).changes()).isTrue();
    }

    @Test
    void anEmptySwitchReadsAsFalse() throws Exception {
        axl.ask("12.5", UPDATE, "<name>DefaultCUPSubcluster</name><haEnabled/>");

        assertThat(group()).contains("<haEnabled>false</haEnabled>");
    }

    @Test
    void anUpdateWithoutTheSwitchLeavesItAsItIs() throws Exception {
        axl.ask("12.5", UPDATE, "<name>DefaultCUPSubcluster</name>");

        assertThat(group()).contains("<haEnabled>true</haEnabled>");
    }

    @Test
    void presenceNodesTakeNoChanges() throws Exception {
        AxlClient presence = new AxlClient(shared.simulator(), shared.endpoint("imp-pub"));
        String off = "<name>DefaultCUPSubcluster</name><haEnabled>false</haEnabled>";

        assertThat(presence.ask("12.5", UPDATE, off).statusCode()).isEqualTo(500);
        assertThat(group()).contains("<haEnabled>true</haEnabled>");
    }

    @Test
    void faultsNameTheirCodeAndTheOperation() throws Exception {
        HttpResponse<String> answer = axl.ask("12.5", "getPresenceRedundancyGroup", "<name>Nobody</name>");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("<axlcode>5007</axlcode>", "<request>getPresenceRedundancyGroup</request>")
                .contains("<faultcode>soapenv:Server</faultcode>");
        assertThat(axl.ask("12.5", "removePhone", "").statusCode()).isEqualTo(500);
        assertThat(axl.ask("12.5", "getCCMVersion", "<broken>").statusCode()).isEqualTo(500);
    }

    @Test
    void faultsOfTheServerStrikeAsOftenAsTheyAreToldTo() throws Exception {
        shared.simulator()
                .faults()
                .add(Fault.of(FaultKind.UNAVAILABLE).at(UPDATE).times(2));
        String off = "<name>DefaultCUPSubcluster</name><haEnabled>false</haEnabled>";

        assertThat(axl.ask("12.5", UPDATE, off).statusCode()).isEqualTo(503);
        assertThat(axl.get().statusCode()).isEqualTo(200);
        assertThat(axl.ask("12.5", UPDATE, off).statusCode()).isEqualTo(503);
        assertThat(group()).contains("<haEnabled>true</haEnabled>");
        assertThat(axl.ask("12.5", UPDATE, off).statusCode()).isEqualTo(200);
        shared.simulator().faults().add(Fault.of(FaultKind.UNSUPPORTED_VERSION));
        assertThat(axl.ask("12.5", UPDATE, off).statusCode()).isEqualTo(599);
        shared.simulator().faults().clear();
        shared.simulator().faults().add(Fault.of(FaultKind.FORBIDDEN).on("cucm-pub"));
        assertThat(axl.get().statusCode()).isEqualTo(403);
        shared.simulator().faults().clear();
        shared.simulator().faults().add(Fault.of(FaultKind.REFUSE_ACCOUNT));
        assertThat(axl.get().statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerThatNeverComesWasNeverthelessCarriedOut() throws Exception {
        shared.simulator().faults().add(Fault.of(FaultKind.NO_ANSWER).at(UPDATE));
        String off = "<name>DefaultCUPSubcluster</name><haEnabled>false</haEnabled>";

        axl.patience = Duration.ofSeconds(2);
        assertThatThrownBy(() -> axl.ask("12.5", UPDATE, off)).isInstanceOf(HttpTimeoutException.class);
        assertThat(group()).contains("<haEnabled>false</haEnabled>");
    }

    @Test
    void aLinkIsCutBeforeInTheMiddleOfOrAfterARequest() throws Exception {
        String off = "<name>DefaultCUPSubcluster</name><haEnabled>false</haEnabled>";
        shared.simulator().faults().add(Fault.of(FaultKind.DROP_BEFORE).at(UPDATE));
        assertThatThrownBy(() -> axl.ask("12.5", UPDATE, off)).isInstanceOf(IOException.class);
        assertThat(group()).contains("<haEnabled>true</haEnabled>");

        shared.simulator().faults().add(Fault.of(FaultKind.DROP_MIDWAY).at("getPresence"));
        assertThatThrownBy(this::group).isInstanceOf(IOException.class);

        shared.simulator().faults().add(Fault.of(FaultKind.DROP_AFTER).at(UPDATE));
        assertThatThrownBy(() -> axl.ask("12.5", UPDATE, off)).isInstanceOf(IOException.class);
        assertThat(group()).contains("<haEnabled>false</haEnabled>");
        assertThat(shared.simulator().heard().stream()
                        .filter(heard -> heard.text().startsWith(UPDATE))
                        .map(JournalEntry::executed))
                .containsExactly(false, true);
    }

    private String group() throws Exception {
        return axl.ask("12.5", "getPresenceRedundancyGroup", "<name>DefaultCUPSubcluster</name>")
                .body();
    }
}
