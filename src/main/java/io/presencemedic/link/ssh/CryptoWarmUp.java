package io.presencemedic.link.ssh;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.jboss.logging.Logger;

/**
 * Loads the provider of Ed25519 while the service starts: its first use takes a second on a small machine, which would
 * be part of the first login's time.
 */
@ApplicationScoped
class CryptoWarmUp {
    private static final Logger LOG = Logger.getLogger(CryptoWarmUp.class);
    private static final int BITS = 256;
    private static final byte[] ONE = {1};
    private static final byte[] OTHER = {2};

    void start(@Observes StartupEvent event) {
        Thread work = new Thread(CryptoWarmUp::run, "link-ssh-warm-up");
        work.setDaemon(true);
        work.start();
    }

    private static void run() {
        try {
            if (!provesItself()) {
                LOG.error("Ed25519 host keys cannot be checked: a signature that was just made is not recognised.");
            }
        } catch (Exception e) {
            LOG.error("Ed25519 host keys cannot be checked: nodes that have no other are refused.", e);
        }
    }

    /**
     * Whether a signature by a new key is recognised, and not as one of another text.
     *
     * @throws Exception where there is no provider, as the SSH library's signatures say
     */
    static boolean provesItself() throws Exception {
        KeyPair pair = KeyUtils.generateKeyPair(BuiltinSignatures.ed25519.getName(), BITS);
        Signature signer = BuiltinSignatures.ed25519.create();
        signer.initSigner(null, pair.getPrivate());
        signer.update(null, ONE);
        byte[] signature = signer.sign(null);
        return recognises(pair, ONE, signature) && !recognises(pair, OTHER, signature);
    }

    private static boolean recognises(KeyPair pair, byte[] text, byte[] signature) throws Exception {
        Signature verifier = BuiltinSignatures.ed25519.create();
        verifier.initVerifier(null, pair.getPublic());
        verifier.update(null, text);
        return verifier.verify(null, signature);
    }
}
