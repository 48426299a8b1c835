package io.presencemedic.notify;

import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.notify.address.AddressCheck;
import io.presencemedic.notify.address.AddressGuard;
import io.presencemedic.notify.delivery.Outgoing;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.signature.WebhookSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an endpoint must be like, beyond what its fields say each for itself. */
@ApplicationScoped
class WebhookCheck {
    private static final Set<String> OUR_HEADERS = Set.of(
            "host",
            "connection",
            "content-length",
            "content-type",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "accept",
            "user-agent",
            "authorization",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature");

    private final AddressGuard guard;
    private final NotifyConfig config;

    WebhookCheck(AddressGuard guard, NotifyConfig config) {
        this.guard = guard;
        this.config = config;
    }

    /**
     * Reads the address and the headers of an endpoint.
     *
     * @throws ProblemException 400 where they are none, 422 where this service's configuration does not allow them
     */
    URI require(WebhookDocument document) {
        URI url = url(document);
        if (document.bodyHmac() != null
                && OUR_HEADERS.contains(document.bodyHmac().header().toLowerCase(Locale.ROOT))) {
            throw Problem.invalid("bodyHmac.header", "is a header that the service sets itself; choose another")
                    .exception();
        }
        if ("http".equals(url.getScheme()) && !config.plainHttp()) {
            throw refused("must begin with https://, because medic.notify.plain-http is false");
        }
        return url;
    }

    private static URI url(WebhookDocument document) {
        try {
            URI url = new URI(document.url());
            boolean isHttp = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (!isHttp || url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
                throw wrong("must be the address of a receiver, as in https://receiver.example.com/path");
            }
            if (url.getRawUserInfo() != null) {
                throw wrong("must not hold a user or a password; name a credential in authorization");
            }
            if (url.getRawFragment() != null) {
                throw wrong("must not have a part behind #");
            }
            if (document.formatOrDefault() == MessageFormat.SERVICENOW_RECORD && url.getRawQuery() != null) {
                throw wrong("must be that of a table, without a query: https://…/api/now/table/incident");
            }
            return url;
        } catch (URISyntaxException e) {
            throw wrong("is not a URL");
        }
    }

    /**
     * Looks the receiver up and refuses addresses where messages must not go. Blocks while the name is looked up.
     *
     * @throws ProblemException 422 where the address is refused or the name has none
     */
    void requireReachable(URI url) {
        AddressCheck check = guard.check(new Outgoing("POST", url, Map.of(), new byte[0]).host());
        if (check instanceof AddressCheck.Refused refused) {
            throw refused(refused.words());
        }
        if (check instanceof AddressCheck.Unresolved) {
            throw Problem.of(422, "WEBHOOK_HOST_UNKNOWN", "The receiver's name has no address at present.")
                    .error("url", "names a host that has no address at present")
                    .exception();
        }
    }

    /**
     * Reads a secret; a new one where the caller gives none.
     *
     * @throws ProblemException 400 where it is none
     */
    static WebhookSecret secret(@Nullable String text) {
        return text == null
                ? WebhookSecret.random()
                : WebhookSecret.parse(text)
                        .orElseThrow(() -> Problem.invalid(
                                        "secret", "must be whsec_ and the base64 of 24 to 64 random bytes")
                                .exception());
    }

    private static ProblemException wrong(String message) {
        return Problem.invalid("url", message).exception();
    }

    private static ProblemException refused(String why) {
        return Problem.of(422, "WEBHOOK_ADDRESS_REFUSED", "Nothing was changed: the receiver's URL " + why + ".")
                .error("url", why)
                .exception();
    }
}
