package io.presencemedic.link.http;

import io.presencemedic.cisco.SecretMask;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Credential;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.Transcript;
import io.presencemedic.link.WebServices;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The web services of a cluster's nodes for one link. */
final class NodeServices implements WebServices {
    private final HttpWebServices wire;
    private final Cluster cluster;
    private final LinkListener listener;
    private final CompletableFuture<Boolean> closing = new CompletableFuture<>();
    private final Map<String, LinkFailure> refusals = new ConcurrentHashMap<>();

    NodeServices(HttpWebServices wire, Cluster cluster, LinkListener listener) {
        this.wire = wire;
        this.cluster = cluster;
        this.listener = listener;
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        Instant startedAt = wire.clock().instant();
        SoapCall<T> call = new SoapCall<>(wire, this, cluster, node, credential(node), operation);
        LinkFailure failure = null;
        try {
            throwIfRefused(node);
            return call.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new LinkFailure.Lost(node.name(), call.during(), "the work was interrupted");
            throw new LinkException(failure);
        } catch (LinkException e) {
            failure = e.failure();
            remember(node, failure);
            throw e;
        } finally {
            tell(node, call, startedAt, failure);
        }
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException {
        throw new LinkException(
                new LinkFailure.Refused(node.name(), "GetOneFile " + file.path(), "files cannot be fetched yet"));
    }

    private Credential credential(Node node) throws LinkException {
        String name = cluster.credentials().application();
        return wire.credentials()
                .find(name)
                .orElseThrow(() -> new LinkException(new LinkFailure.NoCredential(node.name(), name)));
    }

    /** A node that refused the account once is not asked again on this link: wrong passwords lock accounts. */
    private void throwIfRefused(Node node) throws LinkException {
        LinkFailure refused = refusals.get(node.name());
        if (refused != null) {
            throw new LinkException(refused);
        }
    }

    private void remember(Node node, LinkFailure failure) {
        if (failure instanceof LinkFailure.NotAuthenticated) {
            refusals.put(node.name(), failure);
        }
    }

    private void tell(Node node, SoapCall<?> call, Instant startedAt, @Nullable LinkFailure failure) {
        listener.heard(new Transcript(
                node.name(),
                call.during(),
                SecretMask.mask(call.heard()),
                startedAt,
                wire.clock().instant(),
                failure == null ? null : failure.code()));
    }

    boolean isClosed() {
        return closing.isDone();
    }

    /** Is done when the link is closed, which ends every exchange and every pause. */
    CompletableFuture<Boolean> closing() {
        return closing;
    }

    @Override
    public void close() {
        closing.complete(true);
    }
}
