package io.presencemedic.cluster.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.presencemedic.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

/** Asks somebody for the password of a credential: who knows it gains nothing by sending it elsewhere. */
@ApplicationScoped
class PasswordProof {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_WRONG = 5;
    private static final int MOST_REMEMBERED = 1_000;

    private final ConfiguredCredentials configured;
    private final Cache<String, Integer> wrong = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(WINDOW)
            .build();

    PasswordProof(ConfiguredCredentials configured) {
        this.configured = configured;
    }

    /**
     * Requires the credential's password.
     *
     * @throws io.presencemedic.http.ProblemException 404 where the configuration holds no such credential, 403 where it
     *     has another password, 429 after some wrong ones
     */
    void require(String credential, String shown) {
        Credential known = configured.find(credential).orElseThrow(() -> Problem.of(
                        404, "CREDENTIAL_UNKNOWN", "The configuration holds no credential \"" + credential + "\".")
                .exception());
        int failures = wrong.asMap().getOrDefault(credential, 0);
        if (failures >= MOST_WRONG) {
            throw Problem.of(
                            429,
                            "TOO_MANY_WRONG_PASSWORDS",
                            "Too many wrong passwords were shown for this credential. Wait, and correct it.")
                    .retryAfter(WINDOW)
                    .exception();
        }
        if (!MessageDigest.isEqual(bytes(known.password()), bytes(shown))) {
            wrong.asMap().merge(credential, 1, Integer::sum);
            throw Problem.of(
                            403,
                            "CREDENTIAL_PASSWORD_WRONG",
                            "Only who knows the password of \"" + credential + "\" may bind it to other hosts.")
                    .exception();
        }
        wrong.invalidate(credential);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
