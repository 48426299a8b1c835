package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.Test;

class CryptoWarmUpTest {
    @Test
    void ed25519IsThereBeforeTheFirstLogin() throws Exception {
        assertThat(BuiltinSignatures.ed25519.isSupported()).isTrue();
        assertThat(CryptoWarmUp.provesItself()).isTrue();
    }

    @Test
    void itComesFromBouncyCastleAndNotFromTheLibraryThatNobodyKeeps() throws Exception {
        assertThat(KeyUtils.generateKeyPair("ssh-ed25519", 256)
                        .getPublic()
                        .getClass()
                        .getPackageName())
                .startsWith("org.bouncycastle.");
        assertThat(SecurityUtils.isNetI2pCryptoEdDSARegistered()).isFalse();
        assertThatThrownBy(() -> Class.forName("net.i2p.crypto.eddsa.EdDSAEngine"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void theBuildRefusesThatLibrary() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<exclude>net.i2p.crypto:eddsa</exclude>");
    }
}
