package io.presencemedic.simulator.soap;

import java.nio.charset.StandardCharsets;

/** An answer on its way to the client. */
final class HttpAnswer {
    private final int status;
    private final String contentType;
    private final byte[] body;

    /** @param status HTTP status */
    HttpAnswer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.clone();
    }

    static HttpAnswer xml(int status, String body) {
        return text(status, "text/xml;charset=UTF-8", body);
    }

    static HttpAnswer page(int status, String html) {
        return text(status, "text/html;charset=utf-8", html);
    }

    /** The page with which the web server explains a status. */
    static HttpAnswer refusal(int status, String why) {
        return page(
                status,
                "<html><body><div id=\"content-header\">HTTP Status " + status + " - " + why
                        + "</div><p><b>Message:</b> " + why + "</p></body></html>");
    }

    private static HttpAnswer text(int status, String contentType, String body) {
        return new HttpAnswer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body.clone();
    }
}
