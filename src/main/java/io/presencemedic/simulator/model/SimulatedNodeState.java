package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of the cluster, as it is at the model's present moment. */
public final class SimulatedNodeState {
    String name = "";
    SimulatedRole role = SimulatedRole.IMP_SUBSCRIBER;
    String fqdn = "";
    String address = "";
    String version = "";
    String uuid = "";
    /** The identifier that its own cluster's databases have of it; null while that is CUCM's. */
    @Nullable
    String ownKey;

    int users;
    double ping;
    int replicationGroup;
    int replicationSetup = 2;
    int replicationQueue;
    /** Whether replication broke off because its database ended. */
    boolean replicationLost;
    /** When replication that broke off is set up again; null while it is not on its way. */
    @Nullable
    Instant replicationComesBack;

    boolean monitorOn = true;
    int enterpriseId;

    @Nullable
    Integer subclusterId;

    boolean listed = true;
    boolean authenticated = true;
    boolean seen = true;
    boolean down;
    /** The HTTP status with which its administrative web service refuses everything; 0 for none. */
    int axlStatus;

    List<CoreDump> cores = new ArrayList<>();
    Map<String, String> failingTests = new LinkedHashMap<>();
    /** What Control Center wrongly says about services. */
    Map<String, ServiceState> staleStates = new LinkedHashMap<>();
    /** What stands at the end of logs besides the usual. */
    Map<String, String> traces = new LinkedHashMap<>();
    /** The files that commands left on it, by their whole paths, and when. */
    Map<String, Instant> left = new LinkedHashMap<>();

    int wrongPasswords;
    Instant lockedUntil = Instant.EPOCH;
    Instant bootedAt = Instant.EPOCH;
    Instant replicationCheckedAt = Instant.EPOCH;
    Map<String, SimulatedServiceRow> services = new LinkedHashMap<>();

    /** The name by which the simulator knows it, which is also its short host name. */
    public String name() {
        return name;
    }

    /** What it is in the cluster. */
    public SimulatedRole role() {
        return role;
    }

    /** Host name with domain. */
    public String fqdn() {
        return fqdn;
    }

    /** The address that the cluster's own tables hold; the simulator itself listens on the loopback address only. */
    public String address() {
        return address;
    }

    /** The installed version, such as {@code 15.0.1.12900-43}. */
    public String version() {
        return version;
    }

    /** The first number of its version, such as 15. */
    public int release() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** The identifier of its entry in CUCM's server list, as the web service writes it. */
    public String uuid() {
        return uuid;
    }

    /** The key of its entry as the databases of its own product have it, in their spelling. */
    public String ownKey() {
        return ownKey == null ? key() : ownKey;
    }

    /** The key of its entry as CUCM's database has it, in its spelling. */
    public String key() {
        return uuid.replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
    }

    /** How many users are assigned to it. */
    public int users() {
        return users;
    }

    /** Round trip to it in milliseconds. */
    public double ping() {
        return ping;
    }

    /** Its number in the replication network. */
    public int replicationGroup() {
        return replicationGroup;
    }

    /** The replication setup value, 0 to 4; 2 is good. */
    public int replicationSetup() {
        return replicationSetup;
    }

    /** Rows that wait to be replicated. */
    public int replicationQueue() {
        return replicationQueue;
    }

    /** Whether its replication-sync monitor is enabled. */
    public boolean monitorOn() {
        return monitorOn;
    }

    /** When it was started last. */
    public Instant bootedAt() {
        return bootedAt;
    }

    /** When its replicated tables were compared with those of the other nodes the last time. */
    public Instant replicationCheckedAt() {
        return replicationCheckedAt;
    }

    /** Its services in the order of the catalogue. */
    public Collection<SimulatedServiceRow> services() {
        return services.values();
    }

    /** One of its services, by the platform's exact spelling. */
    public Optional<SimulatedServiceRow> service(String wanted) {
        @Nullable SimulatedServiceRow row = services.get(wanted);
        return Optional.ofNullable(row);
    }

    /** Whether one of its services is started. */
    public boolean runs(String wanted) {
        return !down
                && service(wanted).filter(row -> row.is(ServiceState.STARTED)).isPresent();
    }

    /** Its key in the table {@code enterprisenode}. */
    public int enterpriseId() {
        return enterpriseId;
    }

    /** The redundancy group to which the database binds it; null for none. */
    public @Nullable Integer subclusterId() {
        return subclusterId;
    }

    /** Whether it stands in CUCM's server list. */
    public boolean listed() {
        return listed;
    }

    /** Whether the other nodes could authenticate it. */
    public boolean authenticated() {
        return authenticated;
    }

    /** Whether it is in the other nodes' view of the cluster. */
    public boolean seen() {
        return seen;
    }

    /** What Control Center says about a service, which may lag behind. */
    public ServiceState toldState(SimulatedServiceRow row) {
        return staleStates.getOrDefault(row.name(), row.state());
    }

    /** Whether it is switched off. */
    public boolean down() {
        return down;
    }

    /** The HTTP status with which its administrative web service refuses everything; 0 for none. */
    public int axlStatus() {
        return axlStatus;
    }

    /** Core files that crashed processes left on it. */
    public List<CoreDump> cores() {
        return List.copyOf(cores);
    }

    /** The diagnostic tests that do not pass, with their results. */
    public Map<String, String> failingTests() {
        return Map.copyOf(failingTests);
    }

    /** Whether a name or address means this node. */
    public boolean isCalled(String nameOrAddress) {
        return Stream.of(fqdn, name, address).anyMatch(nameOrAddress::equalsIgnoreCase);
    }

    /** Whether both run the same release with the same service update (D7.1). */
    boolean sameUpdateAs(SimulatedNodeState other) {
        return version.substring(0, version.lastIndexOf('-'))
                .equals(other.version.substring(0, other.version.lastIndexOf('-')));
    }
}
