package io.presencemedic.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of access. */
@ConfigMapping(prefix = "medic.access")
interface AccessConfig {
    /** The first admin key; without it one is made and written to the home folder. */
    Optional<String> bootstrapKey();

    /** Whether there is a first admin key at all; off once there are others, or people sign in elsewhere. */
    @WithDefault("true")
    boolean bootstrapEnabled();

    /** How long before its end a key is counted as about to expire. */
    @WithDefault("P14D")
    Duration expiryNotice();

    /** How many failed logins of one address are answered in a minute; those beyond are refused without a look. */
    @WithDefault("60")
    int failedLogins();

    /** How many event streams one key or user may have open at a time. */
    @WithDefault("50")
    int streamsPerSubject();

    /** What the members of a group of the identity provider may do, by the group's name. */
    Map<String, Group> groups();

    /** What the members of a group may do: a role, or verbs; with these runbooks and on these clusters alone. */
    interface Group {
        /** A ready-made set of verbs. */
        Optional<Role> role();

        /** Verbs, added to those of the role. */
        Optional<Set<Verb>> verbs();

        /** Names of runbooks, with stars. */
        @WithDefault("*")
        List<String> runbooks();

        /** Ids of clusters, with stars. */
        @WithDefault("*")
        List<String> clusters();
    }
}
