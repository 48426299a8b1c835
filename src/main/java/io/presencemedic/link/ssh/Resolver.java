package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Node;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks host names up within a deadline: a name server that does not answer must not hold anything up. */
final class Resolver implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "link-resolver");
        thread.setDaemon(true);
        return thread;
    });

    /** The address of a node's port. */
    InetSocketAddress resolve(Node node, int port, Deadline deadline) throws LinkException, InterruptedException {
        String where = node.host() + ":" + port;
        Future<InetSocketAddress> lookup = threads.submit(() -> new InetSocketAddress(node.host(), port));
        try {
            InetSocketAddress address = lookup.get(deadline.waitMillis(), TimeUnit.MILLISECONDS);
            if (address.isUnresolved()) {
                throw new LinkException(
                        new LinkFailure.NotReachable(node.name(), where, "the name is not known to the name server"));
            }
            return address;
        } catch (TimeoutException | ExecutionException e) {
            lookup.cancel(true);
            throw new LinkException(
                    new LinkFailure.NotReachable(node.name(), where, "the name server does not answer"));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
