package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.cli.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads redundancy groups and the plain types that AXL uses in them. */
final class RedundancyGroupReader {
    private RedundancyGroupReader() {}

    static RedundancyGroup group(Element group) throws Unreadable {
        String uuid = group.attributes().get("uuid");
        if (uuid == null) {
            throw group.unreadable("it has no uuid");
        }
        return new RedundancyGroup(
                uuid,
                group.requiredText("name"),
                group.textOf("description"),
                group.textOf("server1"),
                group.textOf("server2"),
                bool(group, group.requiredText("haEnabled")),
                number(group, group.textOf("numUsers")));
    }

    /** AXL writes booleans in six ways. */
    private static boolean bool(Element group, String text) throws Unreadable {
        return switch (LetterCase.lower(text)) {
            case "t", "true", "1" -> true;
            case "f", "false", "0" -> false;
            default -> throw group.unreadable("\"" + text + "\" is no boolean");
        };
    }

    private static @Nullable Integer number(Element row, @Nullable String text) throws Unreadable {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw row.unreadable("\"" + text + "\" is no number of users");
        }
        return Integer.valueOf(text);
    }

    /** The id in the form that the schema wants, upper case in braces. */
    static String braced(String uuid) {
        String bare = LetterCase.upper(uuid.strip().replaceAll("[{}]", ""));
        if (!bare.matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")) {
            throw new IllegalArgumentException("\"" + uuid + "\" is no UUID");
        }
        return "{" + bare + "}";
    }
}
