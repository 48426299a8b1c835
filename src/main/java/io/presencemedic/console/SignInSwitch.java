package io.presencemedic.console;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people may sign in to the pages at an identity provider. */
@ApplicationScoped
class SignInSwitch {
    private final boolean isOn;

    SignInSwitch(@ConfigProperty(name = "quarkus.oidc.console.tenant-enabled", defaultValue = "false") boolean isOn) {
        this.isOn = isOn;
    }

    boolean isOn() {
        return isOn;
    }
}
