package io.presencemedic.audit;

import io.presencemedic.database.PrivateFile;
import io.presencemedic.database.StartFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Signs archives with the configured key, or with one that is made and kept in the home folder. */
@ApplicationScoped
class ArchiveSeal {
    private static final Logger LOG = Logger.getLogger(ArchiveSeal.class);
    private static final String ALGORITHM = "Ed25519";
    private static final String KEY = "medic.audit.signing-key";

    private final Path file;
    private final @Nullable String configured;
    private @Nullable KeyPair keys;

    ArchiveSeal(AuditConfig config, @ConfigProperty(name = "medic.home") String home) {
        this.file = Path.of(home).toAbsolutePath().normalize().resolve("audit-signing-key");
        this.configured = config.signingKey().orElse(null);
    }

    /** Ed25519 over the text, in base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys().getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOurs(String text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(keys().getPublic());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys().getPublic().getEncoded());
    }

    private synchronized KeyPair keys() {
        KeyPair known = keys;
        if (known == null) {
            known = read(configured == null ? kept() : configured);
            keys = known;
        }
        return known;
    }

    /** Private and public key in base64, with a colon between them. */
    private String kept() {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                write();
            }
            return Files.readString(file).strip();
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(
                    "The key that signs archives of the audit log cannot be kept in " + file + " (" + e
                            + "). Make the folder writable or set " + KEY + ".",
                    e);
        }
    }

    private void write() throws IOException, GeneralSecurityException {
        KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        try {
            PrivateFile.write(
                    file,
                    base64.encodeToString(fresh.getPrivate().getEncoded()) + ":"
                            + base64.encodeToString(fresh.getPublic().getEncoded()) + "\n");
            LOG.infof(
                    "A key that signs archives of the audit log was made in %s. Several replicas need the same: %s.",
                    file, KEY);
        } catch (FileAlreadyExistsException e) {
            // Another process on the same folder was faster; its key is as good.
        }
    }

    private static KeyPair read(String text) {
        try {
            int colon = text.indexOf(':');
            Base64.Decoder base64 = Base64.getDecoder();
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            PrivateKey secret = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(base64.decode(text.substring(0, Math.max(0, colon)))));
            PublicKey open = factory.generatePublic(new X509EncodedKeySpec(base64.decode(text.substring(colon + 1))));
            return new KeyPair(open, secret);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartFailure(
                    KEY + " must hold an Ed25519 key: PKCS#8 and X.509 in base64 with a colon between.", e);
        }
    }
}
