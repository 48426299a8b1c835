package io.presencemedic.cisco;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of the platform, such as {@code 14.0.1.12901-2}.
 *
 * @param major first part
 * @param minor second part
 * @param maintenance third part
 * @param level fourth part, which holds the service update: 12901 is SU2 with a patch; 0 where it is not given
 * @param build the part behind the dash; 0 where it is not given
 */
public record Version(int major, int minor, int maintenance, int level, int build) implements Comparable<Version> {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,6}))?(?:-(\\d{1,6}))?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::maintenance)
            .thenComparingInt(Version::level)
            .thenComparingInt(Version::build);
    private static final int FIRST_LEVEL = 10;
    private static final int STEP = 1000;

    /**
     * Reads a version.
     *
     * @return empty where the text is not of the form {@code 14.0.1.12901-2} (the last two parts may be missing)
     */
    public static Optional<Version> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new Version(
                        number(form.group(1)),
                        number(form.group(2)),
                        number(form.group(3)),
                        number(form.group(4)),
                        number(form.group(5))))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Number of the service update that the fourth part stands for; 0 for the base release. */
    public int serviceUpdate() {
        return Math.max(0, level / STEP - FIRST_LEVEL);
    }

    /**
     * Whether CUCM and IM and Presence of these versions belong together: from 11 on, up to the service update (D7.1).
     */
    public boolean matches(Version other) {
        boolean sameRelease = major == other.major && minor == other.minor && maintenance == other.maintenance;
        return sameRelease && (major < 11 || serviceUpdate() == other.serviceUpdate());
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + maintenance + (level == 0 ? "" : "." + level)
                + (build == 0 ? "" : "-" + build);
    }
}
