package io.presencemedic.notify;

import io.presencemedic.database.StartFailure;
import io.presencemedic.notify.address.AddressGuard;
import io.presencemedic.notify.address.AddressRange;
import io.presencemedic.notify.delivery.HttpSender;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of the delivery, made from the configuration. */
final class NotifyBeans {
    private NotifyBeans() {}

    @Produces
    @Singleton
    static AddressGuard guard(NotifyConfig config) {
        List<AddressRange> networks = config.allowedNetworks().orElse(List.of()).stream()
                .map(NotifyBeans::network)
                .toList();
        return new AddressGuard(
                InetAddress::getAllByName, NotifyBeans::ownAddresses, networks, config.allowOwnAddresses());
    }

    @Produces
    @Singleton
    static HttpSender sender(Vertx vertx, AddressGuard guard, NotifyConfig config) {
        return new HttpSender(vertx, guard, config.trustedCertificates());
    }

    static void close(@Disposes HttpSender sender) {
        sender.close();
    }

    private static AddressRange network(String text) {
        return AddressRange.parse(text.strip())
                .orElseThrow(() -> new StartFailure(
                        "medic.notify.allowed-networks: \"" + text + "\" is not a network in CIDR notation."));
    }

    private static Set<InetAddress> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }
}
