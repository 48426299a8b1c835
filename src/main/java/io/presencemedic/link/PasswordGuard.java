package io.presencemedic.link;

import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.RefusedPasswords;
import io.presencemedic.cluster.credential.RefusedPasswords.Login;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands before everything that sends a password (C7). One that a node refused does not go there again; one that no
 * node of the cluster has taken yet goes to one node at a time, and that node's word counts for those who wait.
 */
@ApplicationScoped
public class PasswordGuard {
    private static final String DURING = "log in";
    private static final int MOST = 10_000;

    private final RefusedPasswords memory;
    private final Map<Key, Trial> trials = new ConcurrentHashMap<>();

    PasswordGuard(RefusedPasswords memory) {
        this.memory = memory;
    }

    /** A guard with a memory of its own, for a link that stands alone. */
    public static PasswordGuard with(RefusedPasswords memory) {
        return new PasswordGuard(memory);
    }

    private record Key(String cluster, RefusedPasswords.Way way, Credential credential) {}

    /** What the cluster's nodes have said about a password so far. */
    private static final class Trial {
        final ReentrantLock oneAtATime = new ReentrantLock(true);
        volatile boolean taken;
        final AtomicInteger refusals = new AtomicInteger();
        volatile String refusedBy = "";
    }

    /**
     * Refuses a password that the node has refused before.
     *
     * @throws LinkException {@link TrustFailure.NotAuthenticated}
     */
    public void check(Node node, Login login) throws LinkException {
        Optional<Instant> refusedAt = memory.refusedAt(login);
        if (refusedAt.isPresent()) {
            throw new LinkException(new TrustFailure.NotAuthenticated(
                    node.name(), login.credential().username(), node.name(), refusedAt.get()));
        }
    }

    /**
     * Waits until the password may be sent.
     *
     * @param deadline until when to wait for another node's word
     * @return what must be told how the node took it, and closed
     * @throws LinkException {@link TrustFailure.NotAuthenticated} where it may not be sent, {@link LinkFailure.Busy}
     *     where another node's word did not come in time
     */
    public Turn enter(Node node, Login login, Deadline deadline) throws LinkException, InterruptedException {
        Trial trial = trial(login);
        if (trial.taken) {
            return new Turn(node, login, trial, false);
        }
        int before = trial.refusals.get();
        if (!trial.oneAtATime.tryLock(deadline.waitMillis(), TimeUnit.MILLISECONDS)) {
            throw new LinkException(new LinkFailure.Busy(
                    node.name(), DURING, "another node has not yet said whether it takes the same password"));
        }
        Turn turn = new Turn(node, login, trial, true);
        if (trial.refusals.get() != before) {
            turn.close();
            throw new LinkException(new TrustFailure.NotAuthenticated(
                    node.name(), login.credential().username(), trial.refusedBy, null));
        }
        return turn;
    }

    /** How many wait for another node's word about the password. */
    int waiting(Login login) {
        return trial(login).oneAtATime.getQueueLength();
    }

    private Trial trial(Login login) {
        if (trials.size() > MOST) {
            trials.values().removeIf(trial -> !trial.oneAtATime.isLocked());
        }
        return trials.computeIfAbsent(new Key(login.cluster(), login.way(), login.credential()), key -> new Trial());
    }

    /** The right to send a password once. */
    public final class Turn implements AutoCloseable {
        private final Node node;
        private final Login login;
        private final Trial trial;
        private final boolean alone;

        private Turn(Node node, Login login, Trial trial, boolean alone) {
            this.node = node;
            this.login = login;
            this.trial = trial;
            this.alone = alone;
        }

        /** The node took the password. */
        public void accepted() {
            if (!trial.taken) {
                trial.taken = true;
                memory.forget(login);
            }
        }

        /** The node refused the password, which is therefore tried nowhere side by side any more. */
        public LinkFailure refused() {
            trial.taken = false;
            trial.refusedBy = node.name();
            trial.refusals.incrementAndGet();
            memory.remember(login);
            return new TrustFailure.NotAuthenticated(
                    node.name(), login.credential().username());
        }

        @Override
        public void close() {
            if (alone && trial.oneAtATime.isHeldByCurrentThread()) {
                trial.oneAtATime.unlock();
            }
        }
    }
}
