package io.presencemedic.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What may stand where a host is named: a host name (RFC 1123), an IPv4 or an IPv6 address. Nothing is looked up. */
public final class HostSyntax {
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern ALL_NUMERIC_END = Pattern.compile("(?:.*\\.)?\\d+");
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private HostSyntax() {}

    /** Whether the text is a host name (RFC 1123) or an address of IPv4 or IPv6. */
    public static boolean isHost(String text) {
        if (IPV6_CHARACTERS.matcher(text).matches()) {
            return isIpv6(text);
        }
        return ALL_NUMERIC_END.matcher(text).matches()
                ? IPV4.matcher(text).matches()
                : NAME.matcher(text).matches();
    }

    /** Whether a host is written as an address. */
    static boolean isLiteral(String host) {
        return IPV6_CHARACTERS.matcher(host).matches() || IPV4.matcher(host).matches();
    }

    private static boolean isIpv6(String text) {
        try {
            return InetAddress.getByName("[" + text + "]") != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
