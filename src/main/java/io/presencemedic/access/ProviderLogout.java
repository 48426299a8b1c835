package io.presencemedic.access;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person who signed in at the identity provider ends the session there (OpenID Connect RP-Initiated Logout
 * 1.0). No token of his is kept, so the provider is told which client he comes from and asks him itself.
 */
@ApplicationScoped
public class ProviderLogout {
    private static final String TENANT = "console";

    private final OidcSwitch oidc;
    private final TenantConfigBean tenants;

    ProviderLogout(OidcSwitch oidc, TenantConfigBean tenants) {
        this.oidc = oidc;
        this.tenants = tenants;
    }

    /**
     * The address at the provider; empty where nobody signs in there, or where it has told of none.
     *
     * @param origin of this service as the browser knows it, such as {@code https://medic.example.com}
     */
    public Optional<String> address(String origin) {
        TenantConfigContext tenant = oidc.signsPeopleIn() ? tenants.getStaticTenant(TENANT) : null;
        if (tenant == null || tenant.getOidcMetadata() == null) {
            return Optional.empty();
        }
        OidcTenantConfig config = tenant.oidcConfig();
        return address(
                tenant.getOidcMetadata().getEndSessionUri(),
                config.clientId().orElse(""),
                config.logout().postLogoutPath().map(path -> origin + path).orElse(null));
    }

    /**
     * The same from its parts.
     *
     * @param endSession what the provider tells as its {@code end_session_endpoint}; null where it has none
     * @param back where it leads the browser afterwards, an address that it knows; null to stay there
     */
    static Optional<String> address(@Nullable String endSession, String client, @Nullable String back) {
        if (endSession == null || !isWeb(endSession)) {
            return Optional.empty();
        }
        String query =
                "client_id=" + encoded(client) + (back == null ? "" : "&post_logout_redirect_uri=" + encoded(back));
        return Optional.of(endSession + (endSession.contains("?") ? "&" : "?") + query);
    }

    private static boolean isWeb(String address) {
        try {
            String scheme = new URI(address).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
