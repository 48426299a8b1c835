package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time zone in the platform's spelling, such as {@code Client: (GMT-8:0)America/Los_Angeles}.
 *
 * @param text as it is sent
 * @param id what it means
 */
public record PlatformZone(String text, ZoneId id) {
    /** Coordinated universal time. */
    public static final PlatformZone UTC = new PlatformZone("Client: (GMT+0:0)UTC", ZoneOffset.UTC);

    private static final Pattern FORM = Pattern.compile("(?:(?:Client|Server)\\s*:\\s*)?"
            + "(?:\\(GMT(?:(?<sign>[+-])?(?<hours>\\d{1,2}):(?<minutes>\\d{1,2}))?\\))?\\s*(?<id>[A-Za-z][\\w/+-]*)?");

    static PlatformZone read(Element zone) throws Unreadable {
        String text = zone.content();
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            throw zone.unreadable("\"" + text + "\" is no time zone");
        }
        try {
            return new PlatformZone(sent(text), zone(form));
        } catch (DateTimeException e) {
            throw zone.unreadable("\"" + text + "\" is no known time zone");
        }
    }

    private static String sent(String text) {
        return text.startsWith("Client") ? text : "Client: " + text.replaceFirst("^Server\\s*:\\s*", "");
    }

    private static ZoneId zone(Matcher form) {
        String id = form.group("id");
        if (id != null && ZoneId.getAvailableZoneIds().contains(id)) {
            return ZoneId.of(id);
        }
        if (form.group("hours") == null) {
            throw new DateTimeException("neither a known name nor an offset");
        }
        int sign = "-".equals(form.group("sign")) ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * Integer.parseInt(form.group("hours")), sign * Integer.parseInt(form.group("minutes")));
    }
}
