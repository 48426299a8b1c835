package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.Account;
import io.presencemedic.simulator.Backstage;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.Faults;
import io.presencemedic.simulator.model.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Lets the platform account in. Three wrong passwords lock it for five minutes (C7). */
final class AccountGate implements PasswordAuthenticator {
    private static final int ATTEMPTS = 3;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(5);

    private final String node;
    private final Faults faults;
    private final SimulatedTime time;
    private int wrong;
    private Instant lockedUntil = Instant.MIN;

    AccountGate(String node, Backstage backstage) {
        this.node = node;
        this.faults = backstage.faults();
        this.time = backstage.cluster().time();
    }

    @Override
    public synchronized boolean authenticate(String username, String password, ServerSession session) {
        boolean known = username.equals(Account.PLATFORM.username());
        boolean right = known
                && password.equals(Account.PLATFORM.password())
                && !faults.isOn(node, Channel.SSH, FaultKind.REFUSE_ACCOUNT);
        Instant now = time.now();
        if (now.isBefore(lockedUntil)) {
            return false;
        }
        if (right) {
            wrong = 0;
        } else if (known && ++wrong == ATTEMPTS) {
            wrong = 0;
            lockedUntil = now.plus(LOCKED_FOR);
        }
        return right;
    }
}
