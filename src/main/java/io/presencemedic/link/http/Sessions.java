package io.presencemedic.link.http;

import io.presencemedic.cisco.soap.SoapService;
import io.presencemedic.cluster.credential.Credential;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The web sessions that nodes gave us. Each service of a node has its own: a cookie of one sent to another is answered
 * with an error.
 */
final class Sessions {
    /** The cookie that stands for a login; while it is there, the password stays at home. */
    private static final String LOGIN = "JSESSIONIDSSO";

    private final Map<Key, Map<String, String>> cookies = new ConcurrentHashMap<>();

    private final Set<Key> accepted = ConcurrentHashMap.newKeySet();

    /** What a session belongs to. */
    record Key(String authority, SoapService service, Credential credential) {}

    /** The value of the Cookie header, if there is a session. */
    Optional<String> cookie(Key key) {
        Map<String, String> session = cookies.getOrDefault(key, Map.of());
        return session.isEmpty()
                ? Optional.empty()
                : Optional.of(session.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    /** Whether the session stands for a login by itself. */
    boolean isLogin(Key key) {
        return cookies.getOrDefault(key, Map.of()).containsKey(LOGIN);
    }

    /** Keeps what an answer set. */
    void keep(Key key, HttpHeaders headers) {
        Map<String, String> set = new LinkedHashMap<>(cookies.getOrDefault(key, Map.of()));
        for (String header : headers.allValues("Set-Cookie")) {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            if (pair.length == 2 && pair[0].strip().matches("[\\w-]+") && pair[1].matches("[!-~]*")) {
                boolean gone = pair[1].isEmpty() || header.matches("(?i).*;\\s*max-age\\s*=\\s*0\\s*(?:;.*)?");
                set.put(pair[0].strip(), gone ? "" : pair[1]);
            }
        }
        set.values().removeIf(String::isEmpty);
        cookies.put(key, Map.copyOf(set));
    }

    /** The node answered this account. */
    void accepted(Key key) {
        accepted.add(key);
    }

    /** Whether the node has answered this account before. */
    boolean wasAccepted(Key key) {
        return accepted.contains(key);
    }

    /** Forgets a session that the node does not know any longer. */
    void forget(Key key) {
        cookies.remove(key);
    }
}
