package io.presencemedic.cluster;

import io.presencemedic.access.Network;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps logins away from addresses that are no node's: whoever may enter a cluster must not reach through this service
 * what listens on its own machine, or what a cloud tells its machines alone.
 */
@ApplicationScoped
public class NodeAddresses {
    /** The configuration key that lifts a refusal. */
    public static final String KEY = "medic.cluster.special-networks";

    private static final Set<String> METADATA_NAMES = Set.of("metadata", "metadata.google.internal", "instance-data");
    private static final String LOOPBACK = "127.0.0.1";
    /** Where AWS, Alibaba, Azure and Oracle answer, besides the link-local 169.254.169.254. */
    private static final List<Network> METADATA = Stream.of(
                    "fd00:ec2::254/128", "fd20:ce::254/128", "100.100.100.200/32", "168.63.129.16/32", "192.0.0.0/24")
            .map(Network::new)
            .toList();

    private static final List<Network> RESERVED =
            Stream.of("0.0.0.0/8", "240.0.0.0/4").map(Network::new).toList();
    /** Addresses that carry an IPv4 address inside, and the byte at which it begins. */
    private static final Network TRANSLATED = new Network("64:ff9b::/96");

    private static final int TRANSLATED_AT = 12;
    private static final int IPV4_BYTES = 4;

    private final List<Network> allowed;

    NodeAddresses(ClusterConfig config) {
        allowed = config.specialNetworks().orElse(List.of());
    }

    /** What is wrong with a host as it is written; nothing is looked up. */
    Optional<String> complaint(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (METADATA_NAMES.contains(name)) {
            return Optional.of("is where a cloud answers its machines, and no node");
        }
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return refusal(address(LOOPBACK)).map(refusal -> "is the service's own machine; " + remedy());
        }
        return HostSyntax.isLiteral(host)
                ? refusal(address(host)).map(kind -> "is " + kind + "; " + remedy())
                : Optional.empty();
    }

    /** What is wrong with an address that a host has; nothing is looked up. */
    public Optional<String> refusal(InetAddress address) {
        InetAddress inner = inner(address);
        String text = inner.getHostAddress().replaceFirst("%.*", "");
        return allowed.stream().anyMatch(network -> network.contains(text)) ? Optional.empty() : kind(inner, text);
    }

    private static Optional<String> kind(InetAddress address, String text) {
        if (isIn(METADATA, text) || text.equals("169.254.169.254")) {
            return Optional.of("the address " + text + ", at which clouds answer their machines");
        }
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return Optional.of("the address " + text + " of the service's own machine");
        }
        if (address.isLinkLocalAddress() || address.isSiteLocalAddress() && text.contains(":")) {
            return Optional.of("the link-local address " + text);
        }
        return address.isMulticastAddress() || isIn(RESERVED, text)
                ? Optional.of("the address " + text + ", which is no machine's")
                : Optional.empty();
    }

    private static boolean isIn(List<Network> networks, String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static String remedy() {
        return KEY + " names networks in which nodes may be nevertheless";
    }

    private static InetAddress inner(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES
                || !TRANSLATED.contains(address.getHostAddress().replaceFirst("%.*", ""))) {
            return address;
        }
        byte[] last = Arrays.copyOfRange(bytes, TRANSLATED_AT, TRANSLATED_AT + IPV4_BYTES);
        try {
            return InetAddress.getByAddress(last);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
