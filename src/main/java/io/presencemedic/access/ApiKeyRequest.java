package io.presencemedic.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A request that shows a key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
    private final Secret secret;

    ApiKeyRequest(Secret secret) {
        this.secret = secret;
    }

    Secret secret() {
        return secret;
    }
}
