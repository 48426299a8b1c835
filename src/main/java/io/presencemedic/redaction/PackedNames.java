package io.presencemedic.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of the files of one archive, so that unpacking it writes nowhere else: no root, no way up, no control
 * characters, and none that only its letters' case tells from another.
 */
final class PackedNames {
    private static final int LONGEST = 1000;

    private final Set<String> taken = new HashSet<>();

    /** The name under which a file is packed again. */
    String of(String name, boolean folder) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replace('\\', '/').split("/")) {
            String plain = plain(part);
            if (!plain.isEmpty() && !plain.equals(".") && !plain.equals("..")) {
                parts.add(plain);
            }
        }
        String joined = parts.isEmpty() ? "unnamed" : String.join("/", parts);
        String safe = joined.length() > LONGEST ? joined.substring(joined.length() - LONGEST) : joined;
        return folder ? safe + "/" : unique(safe);
    }

    private static String plain(String part) {
        StringBuilder plain = new StringBuilder(part.length());
        part.codePoints().forEach(c -> {
            boolean hidden = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR;
            plain.appendCodePoint(hidden || c == ':' ? '_' : c);
        });
        return plain.toString().strip();
    }

    private String unique(String name) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            candidate = name + "~" + number;
        }
        return candidate;
    }
}
