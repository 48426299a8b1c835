package io.presencemedic.console.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the pages. */
@ConfigMapping(prefix = "medic.console")
public interface ConsoleConfig {
    /** After how long without use a session ends. */
    @WithDefault("PT30M")
    Duration idle();

    /** After how long a session ends in any case. */
    @WithDefault("PT12H")
    Duration absolute();

    /**
     * What the login page calls the identity provider where people sign in, as in "Sign in with Example"; the tenant
     * {@code quarkus.oidc.console} says where it is.
     */
    @WithDefault("your company's account")
    String provider();
}
