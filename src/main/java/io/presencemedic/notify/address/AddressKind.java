package io.presencemedic.notify.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What an address is good for (RFC 6890 and the registries of special addresses). */
public enum AddressKind {
    /** Anybody's. */
    PUBLIC,
    /** Of one organisation: RFC 1918, RFC 6598, RFC 4193. */
    PRIVATE,
    /** This machine: loopback, unspecified, or an address of its own interfaces. */
    OWN,
    /** Of one link, multicast, or set aside for special purposes: never a receiver. */
    SPECIAL;

    private static final List<AddressRange> PRIVATE_NETWORKS =
            networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");
    private static final List<AddressRange> OWN_NETWORKS = networks("127.0.0.0/8", "0.0.0.0/8", "::1/128", "::/128");
    private static final List<AddressRange> SPECIAL_NETWORKS = networks(
            "169.254.0.0/16",
            "192.0.0.0/24",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
            "100::/64",
            "2001::/23");
    private static final List<AddressRange> TRANSLATED = networks("64:ff9b::/96");
    private static final List<AddressRange> TUNNELLED = networks("2002::/16");

    /**
     * The kind of an address, by its number alone; an address that carries another one inside is of that one's kind.
     */
    static AddressKind of(InetAddress address) {
        if (address instanceof Inet6Address && isIn(TRANSLATED, address)) {
            return of(inner(address, 12));
        }
        if (address instanceof Inet6Address && isIn(TUNNELLED, address)) {
            return of(inner(address, 2));
        }
        if (isIn(OWN_NETWORKS, address)) {
            return OWN;
        }
        if (isIn(SPECIAL_NETWORKS, address)) {
            return SPECIAL;
        }
        return isIn(PRIVATE_NETWORKS, address) ? PRIVATE : PUBLIC;
    }

    private static InetAddress inner(InetAddress address, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), at, at + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isIn(List<AddressRange> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<AddressRange> networks(String... texts) {
        return Arrays.stream(texts).map(AddressRange::of).toList();
    }
}
