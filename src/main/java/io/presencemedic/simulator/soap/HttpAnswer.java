package io.presencemedic.simulator.soap;

/**
 * An answer on its way to the client.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body the text, which is sent in UTF-8
 */
record HttpAnswer(int status, String contentType, String body) {
    static HttpAnswer xml(int status, String body) {
        return new HttpAnswer(status, "text/xml;charset=UTF-8", body);
    }

    static HttpAnswer page(int status, String html) {
        return new HttpAnswer(status, "text/html;charset=utf-8", html);
    }

    /** The page with which the web server explains a status. */
    static HttpAnswer refusal(int status, String why) {
        return page(
                status,
                "<html><body><div id=\"content-header\">HTTP Status " + status + " - " + why
                        + "</div><p><b>Message:</b> " + why + "</p></body></html>");
    }
}
