package io.presencemedic.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The headers of every answer: the request's id, and what browsers and caches shall not do with it. */
@ApplicationScoped
class AnswerHeaders {
    private static final String YEAR = "max-age=31536000; includeSubDomains";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::prepare);
    }

    private void prepare(RoutingContext request) {
        String id = RequestId.of(request);
        request.addHeadersEndHandler(ending -> complete(request, id));
        request.next();
    }

    private static void complete(RoutingContext request, String id) {
        MultiMap headers = request.response().headers();
        headers.set(RequestId.HEADER, id);
        headers.set("X-Content-Type-Options", "nosniff");
        if ("https".equals(request.request().scheme())) {
            headers.set("Strict-Transport-Security", YEAR);
        }
        boolean isPage = String.valueOf(request.request().path()).startsWith("/q/swagger-ui");
        if (!isPage && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
