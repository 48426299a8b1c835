package io.presencemedic.link;

import io.presencemedic.EnteredCluster;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.http.OwnWebServices;
import io.presencemedic.link.ssh.OwnConsoles;
import io.presencemedic.simulator.Account;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The service's links, without the service, to simulated clusters with the accounts of {@link EnteredCluster}. */
public final class OwnLinks implements ClusterLinks, AutoCloseable {
    /** No time is wasted on terminals that fall quiet nor on limits of calls. */
    public static final Map<String, String> QUICK = Map.of(
            "medic.link.ssh.quiet", "PT0.02S",
            "medic.link.http.requests-per-minute", "100000",
            "medic.link.http.throttle-pause", "PT0.01S");

    private static final CredentialNames NAMES = EnteredCluster.CREDENTIALS;
    private static final Map<String, Credential> ACCOUNTS = Map.of(
            NAMES.platform(), credential(Account.PLATFORM),
            NAMES.application(), credential(Account.APPLICATION));

    private final OwnConsoles consoles;
    private final OwnWebServices services;
    private final ClusterLinks links;

    public OwnLinks() {
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .withSources(new PropertiesConfigSource(QUICK, "quick", 500))
                .build()
                .getConfigMapping(LinkConfig.class);
        CredentialSource accounts = name -> Optional.ofNullable(ACCOUNTS.get(name));
        PasswordGuard guard = PasswordGuard.with(new RefusalMemory(Clock.systemUTC()));
        consoles = new OwnConsoles(config, accounts, guard);
        services = new OwnWebServices(config, accounts, guard);
        links = new WiredClusterLinks(consoles, services);
    }

    private static Credential credential(Account account) {
        return new Credential(account.username(), account.password());
    }

    @Override
    public ClusterLink to(Cluster cluster, LinkListener listener) {
        return links.to(cluster, listener);
    }

    @Override
    public ClusterLink to(Cluster cluster, LinkListener listener, Urgency urgency) {
        return links.to(cluster, listener, urgency);
    }

    @Override
    public void close() {
        consoles.close();
        services.close();
    }
}
