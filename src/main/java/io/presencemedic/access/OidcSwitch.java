package io.presencemedic.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people and services may also show who they are by tokens of an identity provider. */
@ApplicationScoped
class OidcSwitch {
    private final boolean isOn;

    OidcSwitch(@ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false") boolean isOn) {
        this.isOn = isOn;
    }

    boolean isOn() {
        return isOn;
    }
}
