package io.presencemedic.link.ssh;

import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.cluster.credential.CredentialSource;
import io.presencemedic.cluster.credential.RefusalMemory;
import io.presencemedic.link.LinkConfig;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.PasswordGuard;
import io.presencemedic.link.Transcript;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the tests of the wire share: configuration, an inventory of one node, a plain command, a listener. */
final class Wire {
    static final Credential RIGHT = new Credential(ScriptedNode.ACCOUNT, ScriptedNode.SECRET);

    private Wire() {}

    static LinkConfig config(String... keysAndValues) {
        Map<String, String> values = new HashMap<>(Map.of("medic.link.ssh.quiet", "PT0.08S"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put("medic.link." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(LinkConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(LinkConfig.class);
    }

    static SshConsoles consoles(LinkConfig config) {
        return consoles(config, RIGHT);
    }

    static SshConsoles consoles(LinkConfig config, Credential credential) {
        CredentialSource source = name -> name.equals("platform") ? Optional.of(credential) : Optional.empty();
        return new SshConsoles(
                config, source, PasswordGuard.with(new RefusalMemory(Clock.systemUTC())), Clock.systemUTC());
    }

    static Node node(int port, @Nullable String hostKey) {
        return new Node("imp-pub", NodeRole.IMP_PUBLISHER, "127.0.0.1", port, 8443, hostKey);
    }

    static Cluster cluster(Node node) {
        return cluster(node, false);
    }

    static Cluster cluster(Node node, boolean legacy) {
        return new Cluster(
                "test", "Test", new CredentialNames("platform", "application"), legacy, null, List.of(node), false);
    }

    /** A command that reads every answer as its lines. */
    record Lines(String text, Effect effect, Duration patience, Duration silence, boolean confirms)
            implements Command<List<String>> {
        private static final Duration PATIENCE = Duration.ofMinutes(1);

        Lines(String text) {
            this(text, Effect.READS, PATIENCE, PATIENCE, false);
        }

        Lines within(Duration patience) {
            return new Lines(text, effect, patience, patience, confirms);
        }

        Lines heardWithin(Duration silence) {
            return new Lines(text, effect, patience, silence, confirms);
        }

        Lines confirming() {
            return new Lines(text, effect, patience, silence, true);
        }

        Lines changing() {
            return new Lines(text, Effect.CHANGES, patience, silence, confirms);
        }

        @Override
        public List<String> read(Answer answer) throws Unreadable {
            for (int i = 0; i < answer.lines().size(); i++) {
                if (answer.lines().get(i).startsWith("garbage")) {
                    throw new Unreadable(i + 1, answer.lines().get(i), "a row was expected");
                }
            }
            return answer.lines();
        }
    }

    /** Keeps what it is told. */
    static final class Ear implements LinkListener {
        final List<Transcript> transcripts = new CopyOnWriteArrayList<>();
        final List<String> pinned = new CopyOnWriteArrayList<>();

        @Override
        public void heard(Transcript transcript) {
            transcripts.add(transcript);
        }

        @Override
        public void pinned(String node, String fingerprint) {
            pinned.add(node + " " + fingerprint);
        }
    }
}
