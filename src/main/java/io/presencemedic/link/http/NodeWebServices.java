package io.presencemedic.link.http;

import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.NodeCredentials;
import io.presencemedic.link.Transcript;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.link.WebServices;
import io.presencemedic.redaction.SecretMask;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The web services of a cluster's nodes for one link. */
final class NodeWebServices implements WebServices {
    private final HttpWebServices wire;
    private final Cluster cluster;
    private final LinkListener listener;
    private final CompletableFuture<Boolean> closing = new CompletableFuture<>();
    private final Set<String> byDime = ConcurrentHashMap.newKeySet();

    NodeWebServices(HttpWebServices wire, Cluster cluster, LinkListener listener) {
        this.wire = wire;
        this.cluster = cluster;
        this.listener = listener;
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        return make(node, open(node, new WholeAnswer<>(operation, wire.config().longestAnswer())));
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        if (file.size() != null && file.size() > file.longest()) {
            throw new LinkException(new LinkFailure.TooLarge(node.name(), "GetOneFile " + file.path(), file.longest()));
        }
        FileSink sink = new FileSink(to, file.longest());
        try {
            return eitherWay(node, file, sink);
        } catch (LinkException e) {
            IOException taker = sink.failure();
            if (taker != null) {
                throw taker;
            }
            throw e;
        }
    }

    /** By log collection; where a node has no such service, by the older DIME service, and from then on by it alone. */
    private long eitherWay(Node node, FileRequest file, FileSink sink) throws LinkException {
        if (byDime.contains(node.name())) {
            return make(node, open(node, new FileAnswer(file, SoapService.DIME, sink, wire.config())));
        }
        SoapCall<Long> first = open(node, new FileAnswer(file, SoapService.LOG_COLLECTION, sink, wire.config()));
        try {
            return make(node, first);
        } catch (LinkException e) {
            if (!first.notOffered()) {
                throw e;
            }
            return byDime(node, new FileAnswer(file, SoapService.DIME, sink, wire.config()), e);
        }
    }

    private long byDime(Node node, FileAnswer answer, LinkException whyNotFirst) throws LinkException {
        SoapCall<Long> second = open(node, answer);
        try {
            long bytes = make(node, second);
            byDime.add(node.name());
            return bytes;
        } catch (LinkException e) {
            throw second.notOffered() ? whyNotFirst : e;
        }
    }

    private <T> SoapCall<T> open(Node node, ResponseHandler<T> reading) throws LinkException {
        return new SoapCall<>(wire, this, cluster, node, credential(node), reading);
    }

    private <T> T make(Node node, SoapCall<T> call) throws LinkException {
        Instant startedAt = wire.clock().instant();
        LinkFailure failure = null;
        try {
            return call.make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new LinkFailure.Lost(node.name(), call.during(), "the work was interrupted");
            throw new LinkException(failure);
        } catch (LinkException e) {
            failure = e.failure();
            throw e;
        } finally {
            tell(node, call, startedAt, failure);
        }
    }

    private Credential credential(Node node) throws LinkException {
        Credential credential =
                NodeCredentials.of(wire.credentials(), cluster.credentials().application(), cluster, node);
        requireAddress(node);
        return credential;
    }

    /** The client looks the name up again at once, which the Java runtime answers from what it has just found. */
    private void requireAddress(Node node) throws LinkException {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(node.host());
        } catch (UnknownHostException e) {
            return;
        }
        for (InetAddress address : found) {
            Optional<String> refused = wire.credentials().refusal(cluster, address);
            if (refused.isPresent()) {
                throw new LinkException(new TrustFailure.AddressRefused(node.name(), node.host(), refused.get()));
            }
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
