package io.presencemedic.cluster;

/** A certificate of nobody: self-signed for cucm-pub.example.com, its key thrown away. */
final class TestCertificate {
    static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBlTCCATugAwIBAgIUa64UmW16aD9rMmDpwBG4vakIFekwCgYIKoZIzj0EAwIw
            HzEdMBsGA1UEAwwUY3VjbS1wdWIuZXhhbXBsZS5jb20wIBcNMjYxMTIyMTM0MTM0
            WhgPMjEyNjEwMjkxMzQxMzRaMB8xHTAbBgNVBAMMFGN1Y20tcHViLmV4YW1wbGUu
            Y29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE/3X56+HKoHo47xtO4w9Lfvxe
            tOUXMySt/khf8tQ2OqvPFC11UIr0Rzb1HPFQop7l2/yGZvPPGzQfSc/ADhk27aNT
            MFEwHQYDVR0OBBYEFJ34HMGuUXGZ3mKErpZuFph8iYb+MB8GA1UdIwQYMBaAFJ34
            HMGuUXGZ3mKErpZuFph8iYb+MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID
            SAAwRQIgXIUrfdvGjukvLSaE93QkjQuS0uvWC259mnRy0h1LE+MCIQCdeOAE2K8b
            2JJVYVWNXK4p+x18VLOoOB7cZytASDYpcA==
            -----END CERTIFICATE-----
            """;

    private TestCertificate() {}
}
