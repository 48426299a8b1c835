package io.presencemedic.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an identity provider may say here about who somebody is. */
@ApplicationScoped
public class OidcSwitch {
    private final boolean tokens;
    private final boolean signIn;

    OidcSwitch(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false") boolean tokens,
            @ConfigProperty(name = "quarkus.oidc.console.tenant-enabled", defaultValue = "false") boolean signIn) {
        this.tokens = tokens;
        this.signIn = signIn;
    }

    /** Whether people and services may also show who they are by its tokens. */
    boolean takesTokens() {
        return tokens;
    }

    /** Whether people may sign in to the pages there. */
    public boolean signsPeopleIn() {
        return signIn;
    }
}
