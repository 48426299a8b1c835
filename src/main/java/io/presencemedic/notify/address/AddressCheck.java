package io.presencemedic.notify.address;

import java.net.InetAddress;

/** Whether a receiver may be connected to. */
public sealed interface AddressCheck {
    /** It may, at this address and no other: a name that is looked up again may lead elsewhere. */
    record Allowed(InetAddress address) implements AddressCheck {}

    /**
     * It may not.
     *
     * @param address the address that is refused, as text
     * @param kind why
     */
    record Refused(String address, AddressKind kind) implements AddressCheck {
        /** The refusal with the configuration key that may lift it, to be read after the name of what is refused. */
        public String words() {
            return switch (kind) {
                case PRIVATE -> "leads to the private address " + address
                        + ", which is in no network of medic.notify.allowed-networks";
                case OWN -> "leads to the service's own machine (" + address
                        + "), which is refused while medic.notify.allow-own-addresses is false";
                case SPECIAL -> "leads to " + address
                        + ", a link-local, multicast or reserved address, which no configuration key allows";
                case PUBLIC -> "leads to " + address;
            };
        }
    }

    /** Its name has no address at present. */
    record Unresolved(String host) implements AddressCheck {}
}
