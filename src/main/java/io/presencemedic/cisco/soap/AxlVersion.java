package io.presencemedic.cisco.soap;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of the AXL schema that this service speaks, newest first. The messages used are the same in all. */
public enum AxlVersion {
    V15_0("15.0"),
    V14_0("14.0"),
    V12_5("12.5"),
    V12_0("12.0"),
    V11_5("11.5"),
    V11_0("11.0"),
    V10_5("10.5"),
    V10_0("10.0");

    /** The version to begin with: CUCM 12.5, 14 and 15 all accept it. */
    public static final AxlVersion FIRST_TRIED = V12_5;

    private static final Pattern SUPPORTED = Pattern.compile("(?is)supported\\s+axl\\s+versions?\\s+(?:are|is)\\s(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2}|x)\\b");

    private final String text;

    AxlVersion(String text) {
        this.text = text;
    }

    /** The version as it stands in the namespace and in the SOAPAction header. */
    public String text() {
        return text;
    }

    /**
     * The versions that a node accepts and this service speaks, the newest first.
     *
     * @param words the page that comes with HTTP status 599
     */
    public static List<AxlVersion> supported(String words) {
        Matcher supported = SUPPORTED.matcher(words);
        if (!supported.find()) {
            return List.of();
        }
        String list = supported.group(1).split("<", 2)[0];
        return Arrays.stream(values()).filter(version -> version.isIn(list)).toList();
    }

    private boolean isIn(String list) {
        String[] own = text.split("\\.", 2);
        Matcher numbers = NUMBER.matcher(list);
        while (numbers.find()) {
            boolean minor = numbers.group(2).equals("x") || numbers.group(2).equals(own[1]);
            if (numbers.group(1).equals(own[0]) && minor) {
                return true;
            }
        }
        return false;
    }
}
