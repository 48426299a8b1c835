package io.presencemedic.notify.delivery;

import java.net.URI;
import java.util.Map;

/**
 * A request.
 *
 * @param method its method, such as POST
 * @param url where to; https, or http where that is allowed
 * @param headers its headers
 * @param body its body; empty for none
 */
public record Outgoing(String method, URI url, Map<String, String> headers, byte[] body) {
    /** The port, also where the URL names none. */
    int port() {
        return url.getPort() >= 0 ? url.getPort() : isEncrypted() ? 443 : 80;
    }

    boolean isEncrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** The host without the brackets of an IPv6 address. */
    public String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Path and query as they are sent. */
    String path() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
