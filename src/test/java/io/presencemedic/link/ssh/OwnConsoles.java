package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.Urgency;
import java.time.Clock;

/** The service's consoles, for tests of other packages without the service. */
public final class OwnConsoles implements Console.Opener, AutoCloseable {
    private final SshConsoles consoles;

    public OwnConsoles(LinkConfig config, CredentialSource credentials, PasswordGuard guard) {
        consoles = new SshConsoles(config, credentials, guard, Clock.systemUTC());
    }

    @Override
    public Console open(Cluster cluster, LinkListener listener, Urgency urgency) {
        return consoles.open(cluster, listener, urgency);
    }

    @Override
    public void close() {
        consoles.close();
    }
}
