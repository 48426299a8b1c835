package io.presencemedic.simulator;

import io.presencemedic.simulator.model.SimulatedCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate that all web services of the simulated cluster present; made once and kept. */
final class TlsIdentity {
    private static final String ALIAS = "simulator";
    private static final String STORE_PASSWORD = "simulator";
    /** PKCS12 would derive a key from the password, which is no secret, for tenths of a second at each opening. */
    private static final String STORE = "JKS";

    private static final int SERIAL_BITS = 128;
    /** A simulated cluster may live at any time. */
    private static final Instant VALID_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private static final Instant VALID_TO = Instant.parse("2120-01-01T00:00:00Z");
    /** Of a file that holds secrets. */
    static final FileAttribute<?>[] OWNERS_ALONE =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final KeyStore keys;
    private final SSLContext context;

    private TlsIdentity(KeyStore keys) throws GeneralSecurityException {
        this.keys = keys;
        this.context = context(keys);
    }

    static TlsIdentity keptIn(Path folder) throws IOException {
        Path file = folder.resolve("tls.jks");
        if (!Files.exists(file)) {
            Path made = folder.resolve("tls.jks.next");
            Files.deleteIfExists(made);
            make(made);
            Files.move(made, file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance(STORE);
            keys.load(in, STORE_PASSWORD.toCharArray());
            return new TlsIdentity(keys);
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificate in " + file + " cannot be read; delete it and it is made anew.", e);
        }
    }

    /** Waits until it is made. */
    static TlsIdentity of(Future<TlsIdentity> making) throws IOException {
        try {
            return making.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while making a certificate.");
        }
    }

    SSLContext context() {
        return context;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    String pem() throws IOException {
        try {
            byte[] encoded = keys.getCertificate(ALIAS).getEncoded();
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded);
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("The simulator's certificate cannot be read.", e);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            KeyStore keys = KeyStore.getInstance(STORE);
            keys.load(null, null);
            keys.setKeyEntry(
                    ALIAS, pair.getPrivate(), STORE_PASSWORD.toCharArray(), new Certificate[] {certificate(pair)});
            Files.createFile(file, OWNERS_ALONE);
            try (OutputStream out = Files.newOutputStream(file)) {
                keys.store(out, STORE_PASSWORD.toCharArray());
            }
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("No certificate could be made in " + file + ".", e);
        }
    }

    private static Certificate certificate(KeyPair pair)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=Simulated cluster");
        X509CertificateHolder made = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, new SecureRandom()),
                        Date.from(VALID_FROM),
                        Date.from(VALID_TO),
                        name,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, names())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        return new JcaX509CertificateConverter().getCertificate(made);
    }

    private static GeneralNames names() {
        Stream<GeneralName> here = Stream.of(
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        Stream<GeneralName> nodes =
                SimulatedCluster.hostNames().stream().map(host -> new GeneralName(GeneralName.dNSName, host));
        return new GeneralNames(Stream.concat(here, nodes).toArray(GeneralName[]::new));
    }
}
