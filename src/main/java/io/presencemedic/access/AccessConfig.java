package io.presencemedic.access;

import io.presencemedic.access.grant.Role;
import io.presencemedic.access.grant.Verb;
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

    /** How many event streams one address may have open at a time. */
    @WithDefault("500")
    int streamsPerAddress();

    /** How much a caller may ask for. */
    Limits limits();

    /** People and services of an identity provider. */
    Oidc oidc();

    /** What the members of a group of the identity provider may do, by the group's name. */
    Map<String, Group> groups();

    /** How much a caller may ask for in a minute, evenly refilled; 0 for no limit. */
    interface Limits {
        /** Requests of one key or user. */
        @WithDefault("12000")
        long requests();

        /** Requests with a valid key or token from one address. */
        @WithDefault("24000")
        long requestsPerAddress();

        /** Jobs, diagnoses and bundles that one key or user asks for. */
        @WithDefault("1200")
        long submissions();

        /** Pasted logs that one key or user has read. */
        @WithDefault("600")
        long analyses();
    }

    /** People and services of an identity provider, which {@code quarkus.oidc.*} names. */
    interface Oidc {
        /**
         * The claim that names the person, as {@code owner} of a key does: four eyes compare both. Without this claim
         * in a token the subject is the person.
         */
        @WithDefault("preferred_username")
        String personClaim();
    }

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
