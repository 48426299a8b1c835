package io.presencemedic.link.http;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Key pairs and certificates. */
public final class TestCertificates {
    private static final String PASSWORD = "changeit";
    private static final Duration VALID = Duration.ofDays(30);
    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    private record Identity(String name, KeyPair pair, List<X509Certificate> chain) {}

    /**
     * A self-signed certificate.
     *
     * @param names other names of its holder: {@code dns:} or {@code ip:} and the name
     */
    public void selfSigned(String alias, String name, String... names) {
        make(alias, name, false, names);
    }

    /** A certificate that may issue others. */
    public void authority(String alias, String name) {
        make(alias, name, true);
    }

    private void make(String alias, String name, boolean authority, String... names) {
        try {
            KeyPair pair = pair();
            X509Certificate made = issued(name, pair.getPublic(), name, pair.getPrivate(), authority, names);
            identities.put(alias, new Identity(name, pair, List.of(made)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate that an authority issued. */
    public void issue(String issuer, String alias, String name, String... names) {
        try {
            Identity authority = identities.get(issuer);
            KeyPair pair = pair();
            X509Certificate made =
                    issued(name, pair.getPublic(), authority.name, authority.pair.getPrivate(), false, names);
            identities.put(alias, new Identity(name, pair, List.of(made, authority.chain.get(0))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String pem(String alias) {
        try {
            byte[] encoded = store(alias).getCertificate(alias).getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(encoded)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key of a certificate. */
    public String keyPem(String alias) {
        try {
            byte[] encoded = store(alias).getKey(alias, PASSWORD.toCharArray()).getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(encoded)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A caller that shows the certificate of {@code alias}, none where it is null, and trusts the others. */
    public SSLContext client(@Nullable String alias, String... trusted) {
        try {
            KeyStore trust = KeyStore.getInstance("JKS");
            trust.load(null, null);
            for (String each : trusted) {
                trust.setCertificateEntry(each, store(each).getCertificate(each));
            }
            TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusting.init(trust);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(alias == null ? null : store(alias), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusting.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public SSLContext server(String alias) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(alias), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store(String alias) throws Exception {
        Identity identity = identities.get(alias);
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry(
                alias, identity.pair.getPrivate(), PASSWORD.toCharArray(), identity.chain.toArray(Certificate[]::new));
        return store;
    }

    private static X509Certificate issued(
            String name, PublicKey key, String issuer, PrivateKey signer, boolean authority, String... names)
            throws Exception {
        Date now = new Date();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                new BigInteger(64, new SecureRandom()),
                new Date(now.getTime() - VALID.toMillis()),
                new Date(now.getTime() + VALID.toMillis()),
                new X500Name("CN=" + name),
                key);
        if (authority) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        }
        if (names.length > 0) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                            Stream.of(names).map(TestCertificates::alternative).toArray(GeneralName[]::new)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    private static GeneralName alternative(String text) {
        String[] parts = text.split(":", 2);
        return new GeneralName(parts[0].equals("ip") ? GeneralName.iPAddress : GeneralName.dNSName, parts[1]);
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
