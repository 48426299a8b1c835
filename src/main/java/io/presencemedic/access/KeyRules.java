package io.presencemedic.access;

import io.presencemedic.http.FieldError;
import io.presencemedic.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to hold of a key before it is made or gets a new secret. */
@ApplicationScoped
class KeyRules {
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final Clock clock;

    KeyRules(Clock clock) {
        this.clock = clock;
    }

    /** Requires that the key makes sense and that its maker gives away no more than he has. */
    void require(NewKey wanted, Subject maker) {
        if ((wanted.role() == null) == (wanted.grants() == null)) {
            throw Problem.invalid(List.of(
                            new FieldError("role", "must be given where grants are not, and only there"),
                            new FieldError("grants", "must be given where role is not, and only there")))
                    .exception();
        }
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
            throw Problem.invalid("expiresAt", "must be in the future").exception();
        }
        if (!maker.grants().cover(wanted.allowed())) {
            throw tooMuch();
        }
    }

    /** Requires that the caller could have made this key: rotating it hands him what it may do. */
    void requireRotatable(ApiKey key, Subject caller, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Problem.invalid("overlap", "must be a duration from PT0S to P30D").exception();
        }
        if (!caller.grants().cover(key.allowed())) {
            throw tooMuch();
        }
    }

    /** The persons and keys behind a key that this subject makes. */
    static Set<String> makers(Subject maker) {
        Set<String> makers = new HashSet<>(maker.makers());
        makers.add(maker.person());
        makers.add(maker.id());
        return makers;
    }

    private static RuntimeException tooMuch() {
        return Problem.of(403, "GRANTS_EXCEEDED", "Nobody makes a key that may do more than he may himself.")
                .exception();
    }
}
