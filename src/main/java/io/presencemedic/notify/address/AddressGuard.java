package io.presencemedic.notify.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps messages away from addresses where they could do harm: a caller who may name a receiver must not reach through
 * this service what he cannot reach himself.
 */
public final class AddressGuard {
    private final Resolver resolver;
    private final Supplier<Set<InetAddress>> own;
    private final List<AddressRange> allowed;
    private final boolean mayBeOwn;

    /**
     * A guard.
     *
     * @param resolver looks names up
     * @param own the addresses of this machine's interfaces, as they are now
     * @param allowed private networks that receivers may be in
     * @param mayBeOwn whether a receiver may be on this machine: for tests and demonstrations
     */
    public AddressGuard(
            Resolver resolver, Supplier<Set<InetAddress>> own, List<AddressRange> allowed, boolean mayBeOwn) {
        this.resolver = resolver;
        this.own = own;
        this.allowed = List.copyOf(allowed);
        this.mayBeOwn = mayBeOwn;
    }

    /** Looks names up; blocks. */
    @FunctionalInterface
    public interface Resolver {
        /** All addresses of a name. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Looks a receiver up, and checks every address that it has; blocks while the name is looked up. */
    public AddressCheck check(String host) {
        InetAddress[] found;
        try {
            found = resolver.resolve(host);
        } catch (UnknownHostException e) {
            return new AddressCheck.Unresolved(host);
        }
        for (InetAddress address : found) {
            AddressKind kind = kind(address);
            if (!mayBe(kind, address)) {
                return new AddressCheck.Refused(address.getHostAddress(), kind);
            }
        }
        return found.length == 0 ? new AddressCheck.Unresolved(host) : new AddressCheck.Allowed(found[0]);
    }

    private AddressKind kind(InetAddress address) {
        return own.get().contains(address) ? AddressKind.OWN : AddressKind.of(address);
    }

    private boolean mayBe(AddressKind kind, InetAddress address) {
        return switch (kind) {
            case PUBLIC -> true;
            case PRIVATE -> allowed.stream().anyMatch(network -> network.contains(address));
            case OWN -> mayBeOwn;
            case SPECIAL -> false;
        };
    }
}
