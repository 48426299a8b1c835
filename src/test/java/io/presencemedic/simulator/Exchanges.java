package io.presencemedic.simulator;

import io.presencemedic.Thorough;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.soap.AxlVersion;
import io.presencemedic.cisco.soap.DoControlServices;
import io.presencemedic.cisco.soap.DoControlServices.ControlType;
import io.presencemedic.cisco.soap.DoServiceDeployment;
import io.presencemedic.cisco.soap.Envelope;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.GetProductInformationList;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListProcessNode;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SetHighAvailability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The operations whose answers by the simulator are recorded under {@code soap}, and how they are asked for. Recorded
 * messages are checked against the vendor's schemas by hand.
 */
final class Exchanges {
    private static final String GROUP = "{BDF72A57-6118-3810-953D-0E4548741458}";
    private static final String SUB = "imp-sub.example.com";
    private static final Instant THEN = Instant.parse("2026-01-06T07:00:00Z");

    private Exchanges() {}

    /**
     * An operation and the node that is asked.
     *
     * @param name of the recording, without what follows a dash the operation's own name
     */
    record Exchange(String name, String node, Operation<?> operation) {
        byte[] request() {
            return Envelope.write(operation, AxlVersion.V12_5);
        }

        String action() {
            return Envelope.action(operation, AxlVersion.V12_5);
        }

        String recorded(String answer) throws IOException {
            if (Thorough.RECORDS) {
                Files.writeString(Path.of("src/test/resources/soap", name + "-response.xml"), answer);
            }
            try (InputStream in = Exchanges.class.getResourceAsStream("/soap/" + name + "-response.xml")) {
                return in == null ? "(no recording)" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Exchange> all() {
        ServiceName engine = new ServiceName("Cisco Presence Engine");
        return List.of(
                publisher("getCCMVersion", new GetCcmVersion()),
                publisher("getCCMVersion-node", new GetCcmVersion(SUB)),
                publisher("listProcessNode", new ListProcessNode()),
                publisher("listPresenceRedundancyGroup", new ListPresenceRedundancyGroup()),
                publisher("getPresenceRedundancyGroup", new GetPresenceRedundancyGroup(GROUP)),
                publisher("updatePresenceRedundancyGroup-haEnabled", new SetHighAvailability(GROUP, false)),
                subscriber("soapGetServiceStatus-all", GetServiceStatus.all()),
                subscriber("soapGetServiceStatus-named", GetServiceStatus.of(engine)),
                subscriber("soapDoControlServices", new DoControlServices(SUB, ControlType.RESTART, engine)),
                subscriber("soapDoServiceDeployment", new DoServiceDeployment(SUB, true, engine)),
                subscriber("getProductInformationList", new GetProductInformationList()));
    }

    private static Exchange publisher(String name, Operation<?> operation) {
        return new Exchange(name, "cucm-pub", operation);
    }

    private static Exchange subscriber(String name, Operation<?> operation) {
        return new Exchange(name, "imp-sub", operation);
    }

    /** A healthy cluster whose clock stands still, so that it always answers alike. */
    static SharedSimulator simulator() {
        return SharedSimulator.of("healthy", 1, Clock.fixed(THEN, ZoneOffset.UTC));
    }

    static String address(SharedSimulator shared, Exchange exchange) {
        int port = shared.endpoint(exchange.node()).httpsPort();
        return "https://localhost:" + port + exchange.operation().service().path();
    }
}
