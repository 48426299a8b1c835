package io.presencemedic.link.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which servers a cluster's web services are taken for. A certificate that stands in the inventory itself is the server
 * it is: neither its name nor its age matters, so that a node known by its address only works with its self-signed
 * certificate. Any other must be issued by one of them, or by the system's authorities where the inventory has none,
 * and bear the host's name.
 */
final class CertificatePinning extends X509ExtendedTrustManager {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    private final Set<X509Certificate> pinned;
    private final X509ExtendedTrustManager authorities;

    private CertificatePinning(Set<X509Certificate> pinned, X509ExtendedTrustManager authorities) {
        this.pinned = pinned;
        this.authorities = authorities;
    }

    /**
     * What TLS needs to know.
     *
     * @param pem certificates of the inventory; null for the system's trust store
     * @throws GeneralSecurityException where the text holds no certificate that can be read
     */
    static SSLContext context(@Nullable String pem) throws GeneralSecurityException {
        Set<X509Certificate> certificates = certificates(pem);
        CertificatePinning trust =
                new CertificatePinning(certificates, authorities(pem == null ? null : store(certificates)));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        return context;
    }

    private static Set<X509Certificate> certificates(@Nullable String pem) throws CertificateException {
        Set<X509Certificate> certificates = new HashSet<>();
        Matcher blocks = PEM.matcher(pem == null ? "" : pem);
        while (blocks.find()) {
            byte[] block = blocks.group().getBytes(StandardCharsets.US_ASCII);
            certificates.add((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block)));
        }
        if (pem != null && certificates.isEmpty()) {
            throw new CertificateException("the inventory's trustedCertificates hold no PEM certificate");
        }
        return certificates;
    }

    private static KeyStore store(Set<X509Certificate> certificates) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate certificate : certificates) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store could not be made", e);
        }
    }

    private static X509ExtendedTrustManager authorities(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("this Java has no X.509 trust manager");
    }

    private boolean isPinned(X509Certificate[] chain) {
        return chain.length > 0 && pinned.contains(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        if (!isPinned(chain)) {
            authorities.checkServerTrusted(chain, type, engine);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!isPinned(chain)) {
            authorities.checkServerTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a server is checked with its name only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this service is no server here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
