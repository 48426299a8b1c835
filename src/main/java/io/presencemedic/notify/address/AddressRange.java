package io.presencemedic.notify.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation (RFC 4632, RFC 4291), such as {@code 10.20.0.0/16}.
 *
 * @param first its first address
 * @param length bits that all its addresses share
 */
public record AddressRange(InetAddress first, int length) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Reads a network; empty where the text is none or has bits behind its length. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String length = text.substring(slash + 1);
        return literal(text.substring(0, slash))
                .filter(address -> length.matches("[0-9]{1,3}"))
                .map(address -> new AddressRange(address, Integer.parseInt(length)))
                .filter(network -> network.length <= network.bits() && network.isAligned());
    }

    /** An address that is written as such; a name is none, and nothing is looked up. */
    static Optional<InetAddress> literal(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static AddressRange of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Whether the address is in this network. */
    public boolean contains(InetAddress address) {
        return address.getAddress().length * 8 == bits()
                && number(address)
                                .xor(number(first))
                                .shiftRight(bits() - length)
                                .signum()
                        == 0;
    }

    private int bits() {
        return first.getAddress().length * 8;
    }

    private boolean isAligned() {
        return number(first).getLowestSetBit() >= bits() - length
                || number(first).signum() == 0;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + length;
    }
}
