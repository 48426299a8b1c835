package io.presencemedic.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonyms for user names and addresses: the same name gets the same pseudonym as long as the key is the same, and
 * nobody without the key can find the name by trying names. May be used by several threads.
 */
public final class Pseudonyms {
    private static final int KEY_BYTES = 32;
    private static final int SHOWN_BYTES = 5;
    private static final String LOCAL = "[\\w.+%\\x80-\\uFFFF-]";
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?<![\\w.])(?<key>(?:user|login|owner)(?:[_-]?(?:id|name))?"
                    + "|uid|account|jid)(?<is>\\\\*[\"']?\\s*[=:]\\s*\\\\*[\"']?|>)(?<name>" + LOCAL + "{2,})(?![\\w@])"
                    + "|(?<local>" + LOCAL + "+)@(?<domain>[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+[A-Za-z][A-Za-z0-9-]*)"
                    + "|(?<![\\w.])(?<four>(?:\\d{1,3}\\.){3}\\d{1,3})(?![\\w.]*\\d)"
                    + "|(?<![\\w:.])(?<six>(?=[0-9A-Fa-f:]*\\d)(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})(?![\\w:])");
    /** What says nothing about anybody: itself, everybody, nobody, and masks of networks. */
    private static final Pattern COMMON = Pattern.compile("127\\..*|0\\.0\\.0\\.0|255\\..*|::1?");

    private final SecretKeySpec key;

    /** Pseudonyms that are the same wherever this key is used, 16 bytes or more. */
    public Pseudonyms(byte[] key) {
        if (key.length < KEY_BYTES / 2) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes can be guessed");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A key for one bundle. */
    public static byte[] newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /**
     * A text with pseudonyms.
     *
     * @param count how many names and addresses were replaced
     */
    public record Renamed(String text, long count) {}

    /** The text with a pseudonym for every user name and address in it. */
    public Renamed replace(String text) {
        Matcher names = NAMED.matcher(text);
        StringBuilder replaced = new StringBuilder(text.length());
        long count = 0;
        while (names.find()) {
            String pseudonym = pseudonym(names);
            count += pseudonym == null ? 0 : 1;
            names.appendReplacement(replaced, Matcher.quoteReplacement(pseudonym == null ? names.group() : pseudonym));
        }
        return new Renamed(names.appendTail(replaced).toString(), count);
    }

    private @Nullable String pseudonym(Matcher names) {
        if (names.group("name") != null) {
            String name = names.group("name");
            return name.matches("\\d{1,3}(?:\\.\\d{1,3}){3}|null|true|false|user-\\p{XDigit}+")
                    ? null
                    : names.group("key") + names.group("is") + user(name);
        }
        if (names.group("local") != null) {
            return user(names.group("local")) + "@" + named("domain", names.group("domain")) + ".invalid";
        }
        String address = names.group("four") == null ? names.group("six") : names.group("four");
        boolean four = names.group("four") != null;
        if (COMMON.matcher(address).matches() || !(four ? isFour(address) : isSix(address))) {
            return null;
        }
        return named(four ? "ipv4" : "ipv6", address);
    }

    /** The same for {@code user}, {@code USER} and the local part of {@code user@domain}. */
    private String user(String name) {
        return named("user", name);
    }

    private static boolean isFour(String address) {
        for (String octet : address.split("\\.", -1)) {
            if (Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    /** Eight groups, or fewer around one gap; times of day and hardware addresses are none. */
    private static boolean isSix(String address) {
        int gap = address.indexOf("::");
        long groups = address.chars().filter(c -> c == ':').count() + 1;
        return gap < 0 ? groups == 8 && !address.endsWith(":") : address.indexOf("::", gap + 1) < 0 && groups <= 8;
    }

    private String named(String kind, String name) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((kind + ":").getBytes(StandardCharsets.US_ASCII));
            byte[] hash = mac.doFinal(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return kind + "-" + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }
}
