package io.presencemedic.link.http;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.WebServices;
import java.time.Clock;

/** The service's clients of web services, for tests of other packages without the service. */
public final class OwnWebServices implements WebServices.Opener, AutoCloseable {
    private final HttpWebServices services;

    public OwnWebServices(LinkConfig config, CredentialSource credentials, PasswordGuard guard) {
        services = new HttpWebServices(config, credentials, guard, Clock.systemUTC());
    }

    @Override
    public WebServices open(Cluster cluster, LinkListener listener) {
        return services.open(cluster, listener);
    }

    @Override
    public void close() {
        services.close();
    }
}
