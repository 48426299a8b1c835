package io.presencemedic.link.http;

import io.presencemedic.cisco.soap.AxlVersion;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.WebServices;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Opens web services; remembers for the whole process what each node taught us. */
@ApplicationScoped
class HttpWebServices implements WebServices.Opener, AutoCloseable {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LinkConfig.Http config;
    private final CredentialSource credentials;
    private final PasswordGuard guard;
    private final Clock clock;
    private final HttpTransport transport;
    private final Sessions sessions = new Sessions();
    private final Map<String, AxlVersion> versions = new ConcurrentHashMap<>();
    private final Map<String, RateLimit> limits = new ConcurrentHashMap<>();

    HttpWebServices(LinkConfig config, CredentialSource credentials, PasswordGuard guard, Clock clock) {
        this.guard = guard;
        this.config = config.http();
        this.credentials = credentials;
        this.clock = clock;
        this.transport = new HttpTransport(this.config.connectTimeout());
    }

    @Override
    public WebServices open(Cluster cluster, LinkListener listener) {
        return new NodeWebServices(this, cluster, listener);
    }

    LinkConfig.Http config() {
        return config;
    }

    CredentialSource credentials() {
        return credentials;
    }

    PasswordGuard guard() {
        return guard;
    }

    Clock clock() {
        return clock;
    }

    HttpTransport transport() {
        return transport;
    }

    Sessions sessions() {
        return sessions;
    }

    /** The AXL version that the node at this host and port is known to accept. */
    AxlVersion version(String authority) {
        return versions.getOrDefault(authority, AxlVersion.FIRST_TRIED);
    }

    void accepts(String authority, AxlVersion version) {
        versions.put(authority, version);
    }

    RateLimit limit(String authority) {
        return limits.computeIfAbsent(authority, key -> new RateLimit(config.requestsPerMinute(), WINDOW));
    }

    @PreDestroy
    @Override
    public void close() {
        transport.close();
    }
}
