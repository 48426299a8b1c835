package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.SimulatorContext;
import java.util.List;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.jspecify.annotations.Nullable;

/** What the SSH server of a release offers. Host keys are ECDSA where the release has them, being made quickly. */
@SuppressWarnings("deprecation") // the old algorithms are the point of it
enum ServerAlgorithms {
    /** Before 12: OpenSSH 5. */
    OLD(
            List.of(BuiltinDHFactories.dhg14, BuiltinDHFactories.dhg1),
            List.of(BuiltinCiphers.aes128cbc, BuiltinCiphers.tripledescbc),
            List.of(BuiltinMacs.hmacsha1),
            List.of(BuiltinSignatures.rsa)),
    /** 12 to 14. */
    MIDDLE(
            List.of(
                    BuiltinDHFactories.ecdhp521,
                    BuiltinDHFactories.ecdhp384,
                    BuiltinDHFactories.ecdhp256,
                    BuiltinDHFactories.dhg14,
                    BuiltinDHFactories.dhg14_256,
                    BuiltinDHFactories.dhg16_512),
            Shared.CIPHERS,
            List.of(BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512, BuiltinMacs.hmacsha1),
            Shared.SIGNATURES),
    /** 15 and later: no SHA-1 any more. */
    NEW(
            List.of(
                    BuiltinDHFactories.ecdhp521,
                    BuiltinDHFactories.ecdhp384,
                    BuiltinDHFactories.ecdhp256,
                    BuiltinDHFactories.dhg14_256,
                    BuiltinDHFactories.dhg16_512),
            Shared.CIPHERS,
            List.of(BuiltinMacs.hmacsha256, BuiltinMacs.hmacsha512),
            Shared.SIGNATURES);

    private static final AttributeKey<ServerAlgorithms> CHOSEN = new AttributeKey<>();
    private static final int FIRST_MIDDLE = 12;
    private static final int FIRST_NEW = 15;

    private final List<BuiltinDHFactories> exchanges;
    private final List<BuiltinCiphers> ciphers;
    private final List<BuiltinMacs> macs;
    private final List<BuiltinSignatures> signatures;

    ServerAlgorithms(
            List<BuiltinDHFactories> exchanges,
            List<BuiltinCiphers> ciphers,
            List<BuiltinMacs> macs,
            List<BuiltinSignatures> signatures) {
        this.exchanges = exchanges;
        this.ciphers = ciphers;
        this.macs = macs;
        this.signatures = signatures;
    }

    private static final class Shared {
        static final List<BuiltinCiphers> CIPHERS = List.of(
                BuiltinCiphers.aes128ctr,
                BuiltinCiphers.aes192ctr,
                BuiltinCiphers.aes256ctr,
                BuiltinCiphers.aes128gcm,
                BuiltinCiphers.aes256gcm);
        static final List<BuiltinSignatures> SIGNATURES =
                List.of(BuiltinSignatures.nistp256, BuiltinSignatures.rsaSHA256, BuiltinSignatures.rsaSHA512);
    }

    /** What a node offers, by its release and the faults that are on. */
    static ServerAlgorithms choose(SimulatorContext context, String node) {
        if (context.faults().isOn(node, Channel.SSH, FaultKind.OLD_ALGORITHMS)) {
            return OLD;
        }
        int release = context.cluster().ask(world -> world.node(node).release());
        if (release < FIRST_MIDDLE) {
            return OLD;
        }
        return release < FIRST_NEW ? MIDDLE : NEW;
    }

    /** What was chosen for a session; null outside of one. */
    static @Nullable ServerAlgorithms of(@Nullable SessionContext session) {
        return session == null ? null : session.getAttribute(CHOSEN);
    }

    void applyTo(Session session) {
        session.setAttribute(CHOSEN, this);
        session.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(true, exchanges, ServerBuilder.DH2KEX));
        session.setCipherFactories(List.copyOf(ciphers));
        session.setMacFactories(List.copyOf(macs));
        session.setSignatureFactories(List.copyOf(signatures));
    }
}
