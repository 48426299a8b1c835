package io.presencemedic.console.session;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A request that carries a session. */
final class SessionRequest extends BaseAuthenticationRequest {
    private final String token;

    SessionRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
