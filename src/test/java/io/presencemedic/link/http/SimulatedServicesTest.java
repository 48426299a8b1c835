package io.presencemedic.link.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.SimulatedInventory;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.GetTimeZone;
import io.presencemedic.cisco.soap.ListNodeServiceLogs;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListProcessNode;
import io.presencemedic.cisco.soap.LogFile;
import io.presencemedic.cisco.soap.LogName;
import io.presencemedic.cisco.soap.LogPeriod;
import io.presencemedic.cisco.soap.NodeLogs;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.ProcessNode;
import io.presencemedic.cisco.soap.SelectLogFiles;
import io.presencemedic.cisco.soap.SetHighAvailability;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.WebServices;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.SharedSimulator;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideTheService
class SimulatedServicesTest {
    @RegisterExtension
    static final SharedSimulator shared = SharedSimulator.of("healthy", 500, Clock.systemUTC());

    private HttpWebServices wire;
    private WebServices services;
    private Node node;

    @BeforeEach
    void open() {
        node = SimulatedInventory.node(shared.endpoint("cucm-pub"));
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .withSources(
                        new PropertiesConfigSource(Map.of("medic.link.http.throttle-pause", "PT0.02S"), "test", 500))
                .build()
                .getConfigMapping(LinkConfig.class);
        Credential account = new Credential(
                shared.simulator().applicationAccount().username(),
                shared.simulator().applicationAccount().password());
        wire = new HttpWebServices(
                config,
                name -> Optional.of(account),
                PasswordGuard.with(new RefusalMemory(Clock.systemUTC())),
                Clock.systemUTC());
        services = wire.open(
                new Cluster(
                        "sim",
                        "Sim",
                        new CredentialNames("platform", "application"),
                        false,
                        shared.simulator().certificate(),
                        List.of(node),
                        true),
                transcript -> {});
    }

    @AfterEach
    void close() {
        services.close();
        wire.close();
    }

    private LinkFailure failure(Operation<?> operation) {
        try {
            services.call(node, operation);
        } catch (LinkException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }

    @Test
    void highAvailabilityIsSwitchedOffAndOnAgain() throws Exception {
        assertThat(services.call(node, new GetCcmVersion())).matches("\\d+\\..*");
        assertThat(services.call(node, new ListProcessNode()))
                .filteredOn(ProcessNode::isPresence)
                .hasSize(2);
        RedundancyGroup group =
                services.call(node, new ListPresenceRedundancyGroup()).get(0);
        assertThat(group.haEnabled()).isTrue();
        for (boolean on : List.of(false, true)) {
            services.call(node, new SetHighAvailability(group.uuid(), on));
            assertThat(services.call(node, new GetPresenceRedundancyGroup(group.uuid())))
                    .isEqualTo(new RedundancyGroup(
                            group.uuid(),
                            group.name(),
                            group.description(),
                            group.server1(),
                            group.server2(),
                            on,
                            group.numUsers()));
        }
    }

    @Test
    void logsAreFoundByNameAndFetchedByTheirListing() throws Exception {
        NodeLogs logs = services.call(node, new ListNodeServiceLogs()).get(0);
        LogName syslog = logs.find("event viewer-system log").orElseThrow();
        List<LogFile> files =
                services.call(node, SelectLogFiles.of(List.of(syslog), LogPeriod.last(Duration.ofDays(2))));
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            ByteArrayOutputStream taken = new ByteArrayOutputStream();
            assertThat(services.fetch(node, FileRequest.of(file, 1_000_000), taken))
                    .isEqualTo(file.size());
            assertThat(taken.size()).isEqualTo(file.size().intValue());
        });
        assertThat(services.call(node, new GetTimeZone(node.host())).id().getRules())
                .isEqualTo(ZoneOffset.UTC.getRules());
    }

    @Test
    void aNodeThatForgetsItsSessionsIsAskedWithThePasswordAgain() throws Exception {
        services.call(node, new GetCcmVersion());
        shared.simulator().faults().add(Fault.of(FaultKind.STALE_SESSIONS));
        assertThat(services.call(node, new GetCcmVersion())).isNotEmpty();
    }

    @Test
    void aGroupThatIsNotThereIsRefusedInTheServicesWords() {
        assertThat(failure(new GetPresenceRedundancyGroup("{00000000-0000-0000-0000-000000000000}")))
                .isInstanceOf(LinkFailure.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN, LINK_NOT_AUTHORISED",
        "UNAVAILABLE, LINK_BUSY",
        "THROTTLED, LINK_BUSY",
        "UNSUPPORTED_VERSION, LINK_NO_COMMON_VERSION",
        "REFUSE_ACCOUNT, LINK_NOT_AUTHENTICATED",
        "DROP_AFTER, LINK_LOST",
        "DROP_MIDWAY, LINK_LOST"
    })
    void aFaultOfTheServiceHasItsOwnFailure(FaultKind kind, String code) throws IOException {
        shared.simulator().faults().add(Fault.of(kind).by(Channel.SOAP).times(0));
        assertThat(failure(new SetHighAvailability("{00000000-0000-0000-0000-000000000000}", true))
                        .code())
                .isEqualTo(code);
    }
}
