package io.presencemedic.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.presencemedic.redaction.HiddenValue;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Sync Agent's account as the IM and Presence side has it, compared with CUCM's application user (D7.10). Tells
 * what differs and no value; the secrets go no further.
 *
 * @param differing what differs
 * @param unknown what cannot be compared, because a side does not tell it or somebody has masked it
 */
public record AccountComparison(List<Part> differing, List<Part> unknown) {
    /** What must be the same on both sides. */
    public enum Part {
        NAME("name", "axluser"),
        PKID("pkid", "cucm_axluser_pkid"),
        CREDENTIALS("credentials", "axlpassword");

        private final String cucm;
        private final String presence;

        Part(String cucm, String presence) {
            this.cucm = cucm;
            this.presence = presence;
        }

        /** The columns on both sides. */
        public String words() {
            return cucm + " and " + presence;
        }
    }

    public AccountComparison {
        differing = List.copyOf(differing);
        unknown = List.copyOf(unknown);
    }

    /** Compares both sides. */
    public static AccountComparison of(SyncAgentConfig agent, ApplicationUser user) {
        List<Part> differing = new ArrayList<>();
        List<Part> unknown = new ArrayList<>();
        for (Part part : Part.values()) {
            String one = value(part, agent);
            String other = value(part, user);
            if (isHidden(one) || isHidden(other)) {
                unknown.add(part);
            } else if (!MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8))) {
                differing.add(part);
            }
        }
        return new AccountComparison(differing, unknown);
    }

    /** Whether every part is the same. */
    public boolean same() {
        return differing.isEmpty() && unknown.isEmpty();
    }

    private static String value(Part part, SyncAgentConfig agent) {
        return switch (part) {
            case NAME -> text(agent.axlUser());
            case PKID -> key(agent.axlUserPkid());
            case CREDENTIALS -> text(agent.axlPassword());
        };
    }

    private static String value(Part part, ApplicationUser user) {
        return switch (part) {
            case NAME -> text(user.name());
            case PKID -> key(user.pkid());
            case CREDENTIALS -> text(user.credentials());
        };
    }

    /** The web service writes keys in braces and upper case, the database does not. */
    private static String key(@Nullable String pkid) {
        return LetterCase.lower(text(pkid).replaceAll("[{}]", ""));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static boolean isHidden(String value) {
        return value.isEmpty() || HiddenValue.is(value);
    }
}
