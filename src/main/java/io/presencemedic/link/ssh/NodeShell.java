package io.presencemedic.link.ssh;

import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.LinkException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shell to one node's address, the only one of its rank that is listened to, the lock in front of it, and the
 * consoles that use it.
 */
final class NodeShell {
    private final ShellLock lock;
    private final Set<Object> users = new HashSet<>();
    private @Nullable Standby standby;
    private long uses;

    /**
     * A shell at its prompt, with what it was opened with.
     *
     * @param fingerprint the host key that the node showed
     */
    record Standby(Shell shell, Credential credential, Algorithms algorithms, String fingerprint) {
        boolean serves(ConnectAttempt attempt, @Nullable String pinned) {
            return shell.isOpen()
                    && credential.equals(attempt.credential)
                    && algorithms == attempt.algorithms
                    && (pinned == null || HostKeyCheck.matches(pinned, fingerprint));
        }
    }

    /** Opens a shell. */
    interface Opening {
        Shell open() throws LinkException, InterruptedException;
    }

    NodeShell(Duration courtesy) {
        this.lock = new ShellLock(courtesy);
    }

    /** Whether a shell stands there. */
    synchronized boolean isOpen() {
        return standby != null && standby.shell().isOpen();
    }

    /** Whether nobody types into it. */
    boolean isIdle() {
        return lock.isFree();
    }

    ShellLock lock() {
        return lock;
    }

    /** The shell, opened anew where the one there does not serve this attempt. Only for the holder of the turn. */
    Shell shell(ConnectAttempt attempt, @Nullable String pinned, Opening opening)
            throws LinkException, InterruptedException {
        Standby there = used();
        if (there != null && there.serves(attempt, pinned)) {
            return there.shell();
        }
        hangUp("another account or key is used now");
        Shell fresh = opening.open();
        put(new Standby(fresh, attempt.credential, attempt.algorithms, String.valueOf(attempt.hostKey.shown())));
        return fresh;
    }

    private synchronized @Nullable Standby used() {
        uses++;
        return standby;
    }

    /** How often the shell was asked for. */
    synchronized long uses() {
        return uses;
    }

    /** Closes the shell, unless it was asked for since. */
    void closeUnlessUsedSince(long seen) {
        Standby there;
        synchronized (this) {
            if (uses != seen) {
                return;
            }
            there = taken();
        }
        end(there, "nobody used it for a while");
    }

    private synchronized void put(Standby fresh) {
        standby = fresh;
    }

    /** Lets the next one open a shell of its own; this one is not closed: what it was told goes on. */
    void setAside() {
        taken();
    }

    /** Closes the shell, also under a running command. */
    void hangUp(String why) {
        end(taken(), why);
    }

    private synchronized @Nullable Standby taken() {
        Standby there = standby;
        standby = null;
        return there;
    }

    private static void end(@Nullable Standby there, String why) {
        if (there != null) {
            there.shell().end(why);
        }
    }

    synchronized void join(Object user) {
        users.add(user);
    }

    /** The last user to leave closes the shell. */
    void leave(Object user) {
        boolean last;
        synchronized (this) {
            last = users.remove(user) && users.isEmpty();
        }
        if (last) {
            hangUp("nobody needs it any longer");
        }
    }
}
