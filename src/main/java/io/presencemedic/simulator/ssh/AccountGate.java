package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.SimulatorContext;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Lets the platform account in. */
final class AccountGate implements PasswordAuthenticator {
    private final String node;
    private final SimulatorContext backstage;

    AccountGate(String node, SimulatorContext backstage) {
        this.node = node;
        this.backstage = backstage;
    }

    @Override
    public boolean authenticate(String username, String password, ServerSession session) {
        if (!username.equals(backstage.platform().username())) {
            return false;
        }
        boolean right = password.equals(backstage.platform().password())
                && !backstage.faults().isOn(node, Channel.SSH, FaultKind.REFUSE_ACCOUNT);
        return backstage.cluster().ask(world -> world.login(node, right));
    }
}
