package io.presencemedic.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Every way in which a secret stands in a log; each makes a text around a secret. */
public final class PlantedSecrets {
    /** Secrets that are one word. */
    static final List<UnaryOperator<String>> FORMS = List.of(
            s -> "password=" + s,
            s -> "2031-01-01 10:00:00 DEBUG login user=x pwd: " + s + " from 192.0.2.1",
            s -> "Password: " + s,
            s -> "Password: " + s + " then " + s,
            s -> "password = some " + s,
            s -> "axlpassword => " + s + ", axluser => x",
            s -> "<axlPassword>" + s + "</axlPassword>",
            s -> "<ns1:password xsi:type=\"xsd:string\">" + s + "</ns1:password><x>1</x>",
            s -> "<password><![CDATA[" + s + "<&]]></password>",
            s -> "<a:password>\n  " + s + "\n</a:password>",
            s -> "&lt;password&gt;" + s + "&lt;/password&gt;",
            s -> "<user name=\"a\" password=\"" + s + "\"/>",
            s -> "<param name=\"ldapPassword\" value=\"" + s + "\"/>",
            s -> "<entry key=\"secret\">" + s + "</entry>",
            s -> "<wsse:Password Type=\"#PasswordText\">" + s + "</wsse:Password>",
            s -> "{\"user\":\"x\",\"password\":\"" + s + "\\\"more\",\"n\":1}",
            s -> "{\"a\":\"{\\\"password\\\":\\\"" + s + "\\\"}\"}",
            s -> "{\"name\":\"password\",\"value\":\"" + s + "\"}",
            s -> "clientSecret='" + s + "'",
            s -> "client_secret=" + s + "&grant_type=x",
            s -> "GET /x?api_key=" + s + "&y=1 HTTP/1.1",
            s -> "X-API-Key: " + s,
            s -> "X-Auth-Token: " + s,
            s -> "\"access_token\" : \"" + s + "\"",
            s -> "refresh-token = " + s,
            s -> "Authorization: Bearer " + s,
            s -> "Proxy-Authorization: Basic " + base64("user:" + s),
            s -> "sent Basic " + base64("reader:" + s) + " to the node",
            s -> "headers={authorization=[Basic " + base64("user:" + s) + "], x=[1]}",
            s -> "\"authorization\": \"Bearer " + s + "\"",
            s -> "the token is Bearer 0" + s,
            s -> "Authorization: Digest username=\"a\", realm=\"b\", response=\"" + s + "\"",
            s -> "Cookie: a=b; JSESSIONID=" + s,
            s -> "Set-Cookie: JSESSIONIDSSO=" + s + "; Path=/; Secure",
            s -> "request with JSESSIONIDSSO=" + s + " came",
            s -> "ldap bind password: " + s,
            s -> "bindpw " + s,
            s -> "userPassword:: " + base64(s),
            s -> "ldapsearch -x -D cn=admin -w " + s + " -b dc=example",
            s -> "ldap://admin:" + s + "@ldap.example.com:389/dc=x",
            s -> "sftp://backup:" + s + "@192.0.2.9/dir",
            s -> "{SSHA}" + base64(s + s),
            s -> "-----BEGIN PRIVATE KEY-----\n" + s + "\n" + s + "=\n-----END PRIVATE KEY-----",
            s -> "key: \"-----BEGIN RSA PRIVATE KEY-----\\n" + s + "\\n-----END RSA PRIVATE KEY-----\\n\"",
            s -> "-----BEGIN OPENSSH PRIVATE KEY-----\r\n" + s + "\r\n-----END OPENSSH PRIVATE KEY-----",
            s -> "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + base64("\0u\0" + s) + "</auth>",
            s -> "update applicationuser set password = '" + s + "''x' where pkid='1'",
            s -> "insert into t (name, password) values ('a', '" + s + "')",
            s -> "create user x identified by '" + s + "'",
            s -> "name     axlpassword      n\n======== ================ =\nx        " + s + " 1\n",
            s -> "run tool --password " + s + " --verbose",
            s -> "keytool -storepass " + s + " -list",
            s -> "password=ab,cd;" + s,
            s -> "password=it's" + s,
            s -> "eyJhbGciOiJIUzI1NiJ9." + base64("{" + s).replaceAll("[=+/]", "") + "." + s);

    private static final Map<String, List<String>> LOOKS = new ConcurrentHashMap<>();

    private PlantedSecrets() {}

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What must not be found: the secret, and what it looks like in base64, wherever it begins there. */
    public static boolean isIn(String text, String secret) {
        return looks(secret).stream().anyMatch(text::contains);
    }

    private static List<String> looks(String secret) {
        return LOOKS.computeIfAbsent(
                secret,
                known -> List.of(
                        known, middle(base64(known)), middle(base64("u" + known)), middle(base64("us" + known))));
    }

    private static String middle(String base64) {
        return base64.substring(4, base64.length() - 4);
    }
}
