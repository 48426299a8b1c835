package io.presencemedic.link.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Key pairs and certificates made with the JDK's keytool, in a folder of their own. */
public final class TestCertificates {
    private static final String PASSWORD = "changeit";
    private final Path folder;

    public TestCertificates() {
        try {
            folder = Files.createTempDirectory("certificates");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A self-signed certificate. */
    public void selfSigned(String alias, String name, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-alias", alias, "-validity", "30"));
        arguments.addAll(List.of(options));
        keytool(alias, arguments);
    }

    /** Has one certificate issued by another. */
    void issue(String issuer, String alias, String... options) {
        Path request = folder.resolve(alias + ".csr");
        Path issued = folder.resolve(alias + ".crt");
        Path root = folder.resolve(issuer + ".crt");
        keytool(alias, List.of("-certreq", "-alias", alias, "-file", request.toString()));
        List<String> arguments = new ArrayList<>(List.of(
                "-gencert",
                "-alias",
                issuer,
                "-infile",
                request.toString(),
                "-outfile",
                issued.toString(),
                "-validity",
                "30"));
        arguments.addAll(List.of(options));
        keytool(issuer, arguments);
        keytool(issuer, List.of("-exportcert", "-alias", issuer, "-file", root.toString()));
        keytool(alias, List.of("-importcert", "-noprompt", "-alias", issuer, "-file", root.toString()));
        keytool(alias, List.of("-importcert", "-noprompt", "-alias", alias, "-file", issued.toString()));
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
            KeyStore trust = KeyStore.getInstance("PKCS12");
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
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(alias + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String store, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        command.addAll(List.of(
                "-keystore",
                folder.resolve(store + ".p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
