package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.link.Urgency;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a credential is not for a host, or an address is no node's, the host is not even connected to. */
class ForeignHostTest {
    /** Knows every credential, and says to whom it may go. */
    private record Source(boolean isFor, Optional<String> complaint, Optional<String> gap) implements CredentialSource {
        Source(boolean isFor, Optional<String> complaint) {
            this(isFor, complaint, Optional.empty());
        }

        @Override
        public Optional<Credential> find(String name) {
            return gap.isPresent() ? Optional.empty() : Optional.of(new Credential("administrator", "planted"));
        }

        @Override
        public Optional<String> gap(String name) {
            return gap;
        }

        @Override
        public boolean isFor(String name, Cluster cluster, Node node) {
            return isFor;
        }

        @Override
        public Optional<String> refusal(Cluster cluster, InetAddress address) {
            return complaint;
        }
    }

    private static LinkFailure failure(CredentialSource source) throws IOException {
        LinkConfig config = new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .build()
                .getConfigMapping(LinkConfig.class);
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SshConsoles consoles = new SshConsoles(
                        config, source, PasswordGuard.with(new RefusalMemory(Clock.systemUTC())), Clock.systemUTC())) {
            Node node = new Node("imp-pub", NodeRole.IMP_PUBLISHER, "127.0.0.1", host.getLocalPort(), 8443, null);
            Cluster cluster =
                    new Cluster("test", "Test", new CredentialNames("one", "two"), false, null, List.of(node), false);
            Console console = consoles.open(cluster, LinkListener.NONE, Urgency.DIAGNOSIS);
            LinkException failed =
                    catchThrowableOfType(LinkException.class, () -> console.run(node, new ShowVersionActive()));
            host.setSoTimeout(1);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, host::accept))
                    .isNotNull();
            return failed.failure();
        }
    }

    @Test
    void aCredentialGoesToItsOwnHostsAlone() throws IOException {
        assertThat(failure(new Source(false, Optional.empty())))
                .isEqualTo(new TrustFailure.CredentialBound("imp-pub", "127.0.0.1", "one"));
    }

    @Test
    void anAddressThatIsNoNodesIsNotConnectedTo() throws IOException {
        assertThat(failure(new Source(true, Optional.of("the address 127.0.0.1 of the service's own machine"))))
                .isInstanceOf(TrustFailure.AddressRefused.class);
    }

    @Test
    void aSecretFileThatIsMissingIsNamedInTheFailure() throws IOException {
        LinkFailure failure =
                failure(new Source(true, Optional.empty(), Optional.of("The file /secrets/one/password is missing")));
        assertThat(failure.code()).isEqualTo("LINK_NO_CREDENTIAL");
        assertThat(failure.detail())
                .startsWith(
                        "The file /secrets/one/password is missing, so the credential \"one\" for imp-pub has no value");
    }
}
