package io.presencemedic.simulator;

import io.presencemedic.simulator.model.SimulatedCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate that all web services of the simulated cluster present; made once and kept. */
final class TlsIdentity {
    private static final String ALIAS = "simulator";
    private static final String STORE_PASSWORD = "simulator";
    private static final int SECONDS_TO_MAKE = 60;

    private final KeyStore keys;

    private TlsIdentity(KeyStore keys) {
        this.keys = keys;
    }

    static TlsIdentity keptIn(Path folder) throws IOException {
        Path file = folder.resolve("tls.p12");
        if (!Files.exists(file)) {
            Path made = folder.resolve("tls.p12.next");
            Files.deleteIfExists(made);
            make(made);
            Files.move(made, file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
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

    SSLContext context() throws IOException {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, STORE_PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The simulator's certificate cannot be used.", e);
        }
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
        String names = SimulatedCluster.hostNames().stream()
                .map(name -> ",dns:" + name)
                .collect(Collectors.joining("", "san=dns:localhost,ip:127.0.0.1", ""));
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Simulated cluster",
                        "-ext",
                        names,
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        STORE_PASSWORD,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!keytool.waitFor(SECONDS_TO_MAKE, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("The JDK's keytool could not make a certificate in " + file + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making a certificate.", e);
        } finally {
            keytool.destroy();
        }
    }
}
