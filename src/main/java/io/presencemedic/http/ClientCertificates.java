package io.presencemedic.http;

import io.vertx.core.http.ClientAuth;

/**
 * Whether callers show a certificate when they connect by TLS. It lets nobody in by itself: a key or token is needed
 * too.
 */
enum ClientCertificates {
    /** They are not asked for one. */
    NONE(ClientAuth.NONE),
    /** They are asked; one that is not trusted ends the connection, none does not. */
    REQUEST(ClientAuth.REQUEST),
    /** Without one that is trusted there is no connection. */
    REQUIRED(ClientAuth.REQUIRED);

    private final ClientAuth setting;

    ClientCertificates(ClientAuth setting) {
        this.setting = setting;
    }

    ClientAuth setting() {
        return setting;
    }
}
