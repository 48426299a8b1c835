package io.presencemedic.simulator.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The forms in which the platform prints moments. */
public final class PlatformDates {
    private static final ZoneId ZONE = ZoneId.of("UTC");

    private PlatformDates() {}

    /** Such as {@code Fri Jan 2 16:18:22 UTC 2026}. */
    public static String withZone(Instant moment) {
        return format("EEE MMM ppd HH:mm:ss zzz yyyy", moment);
    }

    /** Such as {@code Fri Jan 2 16:18:22 2026}. */
    public static String withoutZone(Instant moment) {
        return format("EEE MMM ppd HH:mm:ss yyyy", moment);
    }

    /** Such as {@code 2026-01-02-16-18}. */
    public static String dashed(Instant moment) {
        return format("yyyy-MM-dd-HH-mm", moment);
    }

    /** Such as {@code 2026_01_02_16_18_22}. */
    public static String inFileName(Instant moment) {
        return format("yyyy_MM_dd_HH_mm_ss", moment);
    }

    private static String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment.atZone(ZONE));
    }
}
