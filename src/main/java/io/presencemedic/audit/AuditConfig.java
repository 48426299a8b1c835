package io.presencemedic.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the audit log. */
@ConfigMapping(prefix = "medic.audit")
interface AuditConfig {
    /** How often the head of the chain is told outside, where something was recorded since. */
    @WithDefault("PT15M")
    Duration anchorInterval();

    /** How many refusals of one kind are recorded one by one in ten seconds; what is beyond is counted. */
    @WithDefault("20")
    int refusalsOneByOne();

    /** How old entries have to be before an archive may remove them. */
    @WithDefault("P90D")
    Duration retention();

    /**
     * Key that archives are signed with (Ed25519: PKCS#8 and X.509 in base64 with a colon between); without it one is
     * made in the home folder. Replicas need the same.
     */
    Optional<String> signingKey();
}
