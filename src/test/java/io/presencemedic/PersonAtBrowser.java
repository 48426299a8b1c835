package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who follows links and fills in forms, with the cookies that a browser would keep. */
final class PersonAtBrowser {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]*/interaction/[^\"]+)\"");
    private static final Pattern PROMPT = Pattern.compile("name=\"prompt\" value=\"([a-z]+)\"");
    private static final int MOST_STEPS = 20;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String address, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Goes from there to where no form of the provider is shown and nothing leads on any more. */
    HttpResponse<String> signIn(String address, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address);
        for (int i = 0; i < MOST_STEPS; i++) {
            Matcher form = FORM.matcher(answer.body());
            Matcher prompt = PROMPT.matcher(answer.body());
            if (answer.statusCode() / 100 == 3) {
                answer = get(answer.uri()
                        .resolve(answer.headers().firstValue("Location").orElseThrow())
                        .toString());
            } else if (form.find() && prompt.find()) {
                answer = post(
                        answer.uri().resolve(form.group(1)).toString(),
                        Map.of("prompt", prompt.group(1), "login", name, "password", "any"));
            } else {
                return answer;
            }
        }
        throw new AssertionError("led on and on: " + answer.uri());
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    static String group(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
