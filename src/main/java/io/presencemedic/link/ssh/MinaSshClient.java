package io.presencemedic.link.ssh;

import io.presencemedic.link.LinkConfig;
import java.time.Duration;
import java.util.Map;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.jspecify.annotations.Nullable;

/** The one SSH client of the service. It reads no files of the user's account and offers no keys. */
final class MinaSshClient implements AutoCloseable {
    private static final Duration NEVER = Duration.ZERO;
    private static final int SILENCES = 2;

    private final SshClient client;

    MinaSshClient(LinkConfig.Ssh config) {
        client = ClientBuilder.builder()
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .serverKeyVerifier(
                        (session, address, key) -> attempt(session).hostKey.verifyServerKey(session, address, key))
                .forwardingFilter(RejectAllForwardingFilter.INSTANCE)
                .build();
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(SinglePasswordAttempt.methods(session -> attempt(session).password));
        client.setNioWorkers(2);
        client.addSessionListener(new Arrival());
        Duration connect = config.connectTimeout().plusSeconds(5);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, connect);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, NEVER);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, NEVER);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, config.heartbeat());
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, SILENCES);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, config.heartbeat());
        CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(client, Duration.ofSeconds(1));
        CoreModuleProperties.SOCKET_KEEPALIVE.set(client, true);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        client.start();
    }

    SshClient client() {
        return client;
    }

    private static ConnectAttempt attempt(Session session) {
        ConnectAttempt attempt =
                ((ClientSession) session).getConnectionContext().getAttribute(ConnectAttempt.KEY);
        if (attempt == null) {
            throw new IllegalStateException("a session that no attempt to connect has made");
        }
        return attempt;
    }

    @Override
    public void close() {
        client.stop();
    }

    /** Prepares each session before the first packet, and keeps how one ends. */
    private record Arrival() implements SessionListener {
        @Override
        public void sessionCreated(Session session) {
            attempt(session).algorithms.applyTo(session);
        }

        @Override
        public void sessionNegotiationEnd(
                Session session,
                Map<KexProposalOption, String> ours,
                Map<KexProposalOption, String> theirs,
                Map<KexProposalOption, String> common,
                @Nullable Throwable reason) {
            if (reason != null) {
                attempt(session).withoutCommonAlgorithm();
            }
        }

        @Override
        public void sessionDisconnect(Session session, int code, String words, String language, boolean initiator) {
            if (!initiator) {
                attempt(session).farewell(Farewell.of(code, words));
            }
        }

        @Override
        public void sessionException(Session session, Throwable cause) {
            attempt(session).trouble(cause);
        }
    }
}
