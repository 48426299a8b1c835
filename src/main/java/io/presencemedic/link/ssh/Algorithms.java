package io.presencemedic.link.ssh;

import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.common.BaseBuilder;
import org.apache.sshd.common.BuiltinFactory;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.OptionalFeature;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexFactoryManager;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;

/**
 * Which algorithms a session offers: today's without SHA-1, CBC and {@code ssh-rsa}, or these first and then what
 * releases before 12.5 need.
 */
@SuppressWarnings("deprecation") // the old algorithms are the point of LEGACY
enum Algorithms {
    MODERN,
    LEGACY;

    static Algorithms of(boolean legacy) {
        return legacy ? LEGACY : MODERN;
    }

    void applyTo(KexFactoryManager session) {
        session.setKeyExchangeFactories(
                NamedFactory.setUpTransformedFactories(true, exchanges(), ClientBuilder.DH2KEX));
        session.setCipherFactories(supported(ciphers()));
        session.setMacFactories(supported(macs()));
        session.setSignatureFactories(supported(signatures()));
    }

    private static <T> List<NamedFactory<T>> supported(List<? extends BuiltinFactory<T>> factories) {
        return factories.stream()
                .filter(OptionalFeature::isSupported)
                .<NamedFactory<T>>map(factory -> factory)
                .toList();
    }

    private List<BuiltinDHFactories> exchanges() {
        List<BuiltinDHFactories> all = new ArrayList<>(BaseBuilder.DEFAULT_KEX_PREFERENCE);
        all.removeIf(exchange -> exchange.getName().endsWith("sha1"));
        if (this == LEGACY) {
            all.addAll(List.of(BuiltinDHFactories.dhgex, BuiltinDHFactories.dhg14, BuiltinDHFactories.dhg1));
        }
        return all;
    }

    private List<BuiltinCiphers> ciphers() {
        List<BuiltinCiphers> all = new ArrayList<>(BaseBuilder.DEFAULT_CIPHERS_PREFERENCE);
        all.removeIf(cipher -> cipher.getName().endsWith("cbc"));
        if (this == LEGACY) {
            all.addAll(List.of(
                    BuiltinCiphers.aes128cbc,
                    BuiltinCiphers.aes192cbc,
                    BuiltinCiphers.aes256cbc,
                    BuiltinCiphers.tripledescbc));
        }
        return all;
    }

    private List<BuiltinMacs> macs() {
        List<BuiltinMacs> all = new ArrayList<>(BaseBuilder.DEFAULT_MAC_PREFERENCE);
        all.removeIf(mac -> mac.getName().contains("sha1"));
        if (this == LEGACY) {
            all.add(BuiltinMacs.hmacsha1);
        }
        return all;
    }

    private List<BuiltinSignatures> signatures() {
        List<BuiltinSignatures> all = new ArrayList<>(BaseBuilder.DEFAULT_SIGNATURE_PREFERENCE);
        all.remove(BuiltinSignatures.rsa);
        if (this == LEGACY) {
            all.add(BuiltinSignatures.rsa);
        }
        return all;
    }
}
