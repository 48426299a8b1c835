package io.presencemedic.link.ssh;

import static io.presencemedic.link.ssh.OpenConsoles.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, who is trusted, and by which algorithms. */
@BesideTheService
class LoginTest {
    private static final String LIST = "utils service list";
    private static final Map<String, String> ANSWERS = Map.of(LIST, "one\r\ntwo\r\n");
    /** Looking for its primes takes seconds, so there is one. */
    private static final KeyPair RSA_KEY = ScriptedNode.key("ssh-rsa", 2048);

    @RegisterExtension
    final OpenConsoles consoles = new OpenConsoles();

    @Test
    void aWrongPasswordReachesTheNodeOnceAndIsToldToEveryLaterLink() throws Exception {
        consoles.logIn(new Credential(ScriptedNode.ACCOUNT, "wrong"));
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS))) {
            for (int i = 0; i < 3; i++) {
                try (Console console = consoles.open(node)) {
                    assertThat(failure(console, node, new Wire.Lines(LIST)))
                            .isInstanceOfSatisfying(TrustFailure.NotAuthenticated.class, it -> assertThat(it.account())
                                    .isEqualTo(ScriptedNode.ACCOUNT));
                }
            }
            assertThat(node.passwords).containsExactly("wrong");
        }
    }

    @Test
    void thePasswordMethodIsUsedWhereTheNodeDoesNotAskInteractively() throws Exception {
        try (ScriptedNode node =
                        new ScriptedNode(ScriptedNode.platform(ANSWERS), List.of(UserAuthPasswordFactory.INSTANCE));
                Console console = consoles.open(node)) {
            assertThat(console.run(Wire.node(node.port(), null), new Wire.Lines(LIST)))
                    .hasSize(2);
        }
    }

    @Test
    void aNodeThatOnlyAsksInteractivelyLetsUsIn() throws Exception {
        try (ScriptedNode node = new ScriptedNode(
                        ScriptedNode.platform(ANSWERS), List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
                Console console = consoles.open(node)) {
            assertThat(console.run(Wire.node(node.port(), null), new Wire.Lines(LIST)))
                    .hasSize(2);
        }
    }

    @Test
    void aChangedHostKeyIsRefusedBeforeAnythingIsSent() throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS));
                Console console = consoles.open(node)) {
            var pinned = Wire.node(node.port(), "SHA256:AAAA");
            assertThatThrownBy(() -> console.run(pinned, new Wire.Lines(LIST)))
                    .extracting(e -> ((LinkException) e).failure())
                    .isEqualTo(new TrustFailure.HostKeyChanged("imp-pub", "SHA256:AAAA", ScriptedNode.fingerprint()));
            assertThat(node.passwords).isEmpty();
            assertThat(consoles.ear.pinned).isEmpty();
        }
    }

    @Test
    void aNodeWithoutAPinnedKeyIsRefusedWherePinsAreRequired() throws Exception {
        consoles.configure("ssh.host-keys", "pinned");
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS));
                Console console = consoles.open(node)) {
            assertThat(failure(console, node, new Wire.Lines(LIST)))
                    .isEqualTo(new TrustFailure.HostKeyNotPinned("imp-pub", ScriptedNode.fingerprint()));
            assertThat(console.run(Wire.node(node.port(), ScriptedNode.fingerprint()), new Wire.Lines(LIST)))
                    .hasSize(2);
        }
    }

    @Test
    void anOldNodeIsReachedOnlyWhereTheInventorySaysSo() throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS))) {
            node.server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                    true, List.of(BuiltinDHFactories.dhg14), ServerBuilder.DH2KEX));
            node.server.setMacFactories(List.of(BuiltinMacs.hmacsha1));
            node.server.setKeyPairProvider(KeyPairProvider.wrap(RSA_KEY));
            node.server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
            assertThat(consoles.run(node, new Wire.Lines(LIST)))
                    .isInstanceOfSatisfying(LinkFailure.Refused.class, it -> assertThat(it.words())
                            .contains("legacyAlgorithms"));
            assertThat(node.passwords).isEmpty();
            assertThat(consoles.run(node, new Wire.Lines(LIST), true)).isEqualTo(List.of("one", "two"));
        }
    }

    @Test
    void aBannerBeforeTheLoginDoesNoHarm() throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS))) {
            CoreModuleProperties.WELCOME_BANNER.set(node.server, "Authorised use only.\r\nadmin:");
            assertThat(consoles.run(node, new Wire.Lines(LIST))).isEqualTo(List.of("one", "two"));
        }
    }

    @Test
    void aServerThatHangsUpOnAWrongPasswordHasRefusedIt() throws Exception {
        try (ScriptedNode node =
                hangingUp(SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, "Too many authentication failures")) {
            assertThat(consoles.run(node, new Wire.Lines(LIST))).isInstanceOf(TrustFailure.NotAuthenticated.class);
            assertThat(node.passwords).hasSize(1);
        }
    }

    @Test
    void aServerThatHasTooManyConnectionsIsBusyWhateverItsWords() throws Exception {
        try (ScriptedNode node = hangingUp(SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, "come back later")) {
            assertThat(consoles.run(node, new Wire.Lines(LIST)))
                    .isEqualTo(new LinkFailure.Busy("imp-pub", "log in", "come back later"));
        }
    }

    @Test
    void aServerThatSpeaksOfNegotiationsDoesNotLackAnAlgorithm() throws Exception {
        try (ScriptedNode node =
                hangingUp(SshConstants.SSH2_DISCONNECT_SERVICE_NOT_AVAILABLE, "unable to negotiate a licence")) {
            assertThat(consoles.run(node, new Wire.Lines(LIST)))
                    .isEqualTo(new LinkFailure.Lost("imp-pub", "log in", "unable to negotiate a licence"));
        }
    }

    /** A node that answers a password by ending the connection. */
    private static ScriptedNode hangingUp(int code, String words) throws IOException {
        ScriptedNode node = new ScriptedNode(ScriptedNode.platform(Map.of()));
        node.server.setPasswordAuthenticator((user, password, session) -> {
            node.passwords.add(password);
            try {
                session.disconnect(code, words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return false;
        });
        return node;
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ecdsa-sha2-nistp256, 256", "ecdsa-sha2-nistp521, 521", "ssh-rsa, 2048"})
    void aHostKeyOfAnyKindIsPinnedAndRecognised(String kind, int bits) throws Exception {
        KeyPair key = "ssh-rsa".equals(kind) ? RSA_KEY : ScriptedNode.key(kind, bits);
        String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS));
                Console console = consoles.open(node)) {
            node.server.setKeyPairProvider(KeyPairProvider.wrap(key));
            assertThat(consoles.run(node, new Wire.Lines(LIST))).isEqualTo(List.of("one", "two"));
            assertThat(consoles.ear.pinned).containsExactly("imp-pub " + fingerprint);
            assertThat(console.run(Wire.node(node.port(), fingerprint), new Wire.Lines(LIST)))
                    .hasSize(2);
        }
    }

    @Test
    void aNodeThatWasRebuiltIsReachedAgainOnceTheInventoryHasItsNewKey() throws Exception {
        KeyPair rebuilt = ScriptedNode.key("ssh-ed25519", 256);
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS));
                Console console = consoles.open(node)) {
            Node before = Wire.node(node.port(), ScriptedNode.fingerprint());
            console.run(before, new Wire.Lines(LIST));
            node.server.setKeyPairProvider(KeyPairProvider.wrap(rebuilt));
            Node after = Wire.node(node.port(), KeyUtils.getFingerPrint(BuiltinDigests.sha256, rebuilt.getPublic()));
            assertThat(console.run(after, new Wire.Lines(LIST))).hasSize(2);
            assertThatThrownBy(() -> console.run(before, new Wire.Lines(LIST)))
                    .extracting(e -> ((LinkException) e).failure().code())
                    .isEqualTo("LINK_HOST_KEY_CHANGED");
        }
    }
}
