package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.SimulatorContext;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Lets the platform account in. */
final class AccountGate implements PasswordAuthenticator {
    private final String node;
    private final SimulatorContext context;

    AccountGate(String node, SimulatorContext context) {
        this.node = node;
        this.context = context;
    }

    @Override
    public boolean authenticate(String username, String password, ServerSession session) {
        if (!username.equals(context.platform().username())) {
            return false;
        }
        boolean right = password.equals(context.platform().password())
                && !context.faults().isOn(node, Channel.SSH, FaultKind.REFUSE_ACCOUNT);
        return context.cluster().ask(world -> world.login(node, right));
    }
}
