package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.Urgency;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The consoles of one test, opened to scripted nodes and closed behind it. */
final class OpenConsoles implements AfterEachCallback {
    final Wire.Ear ear = new Wire.Ear();
    private SshConsoles consoles = Wire.consoles(Wire.config());

    /** From now on they work by these settings. */
    void configure(String... keysAndValues) {
        consoles.close();
        consoles = Wire.consoles(Wire.config(keysAndValues));
    }

    /** From now on they log in so. */
    void logIn(Credential credential) {
        consoles.close();
        consoles = Wire.consoles(Wire.config(), credential);
    }

    Console open(ScriptedNode node) {
        return open(node, Urgency.REMEDIATION);
    }

    Console open(ScriptedNode node, Urgency urgency) {
        return consoles.open(Wire.cluster(target(node)), ear, urgency);
    }

    static Node target(ScriptedNode node) {
        return Wire.node(node.port(), null);
    }

    /** The answer to a command on a link of its own, or the failure. */
    Object run(ScriptedNode node, Wire.Lines command) {
        return run(node, command, false);
    }

    /** The same on a link that may use old algorithms. */
    Object run(ScriptedNode node, Wire.Lines command, boolean legacy) {
        try (Console console = consoles.open(Wire.cluster(target(node), legacy), ear, Urgency.REMEDIATION)) {
            return console.run(target(node), command);
        } catch (LinkException e) {
            return e.failure();
        }
    }

    static LinkFailure failure(Console console, ScriptedNode node, Wire.Lines command) {
        try {
            console.run(target(node), command);
        } catch (LinkException e) {
            return e.failure();
        }
        throw new AssertionError("it succeeded");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        consoles.close();
    }
}
