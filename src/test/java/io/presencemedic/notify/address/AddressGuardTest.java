package io.presencemedic.notify.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class AddressGuardTest {
    private static final InetAddress OWN = address("203.0.113.7");

    private static InetAddress address(String literal) {
        return AddressRange.literal(literal).orElseThrow();
    }

    private static AddressGuard guard(boolean mayBeOwn, String network, String... resolved) {
        AddressGuard.Resolver resolver =
                host -> Arrays.stream(resolved).map(AddressGuardTest::address).toArray(InetAddress[]::new);
        return new AddressGuard(resolver, () -> Set.of(OWN), List.of(AddressRange.of(network)), mayBeOwn);
    }

    private static AddressCheck check(String... resolved) {
        return guard(false, "10.20.0.0/16", resolved).check("receiver.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "203.0.113.7",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void theServicesOwnMachineIsNoReceiver(String resolved) {
        assertThat(check(resolved))
                .isInstanceOfSatisfying(AddressCheck.Refused.class, refused -> assertThat(refused.words())
                        .contains("medic.notify.allow-own-addresses"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "fe80::1",
                "224.0.0.1",
                "239.1.2.3",
                "ff02::1",
                "255.255.255.255",
                "240.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "198.18.0.1",
                "::10.0.0.1"
            })
    void linkLocalMulticastAndReservedAddressesAreNeverReceivers(String resolved) {
        AddressCheck check = guard(true, "0.0.0.0/0", resolved).check("receiver.example");

        assertThat(check).isInstanceOfSatisfying(AddressCheck.Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(AddressKind.SPECIAL));
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.3.4, true",
        "10.21.3.4, false",
        "192.168.1.1, false",
        "172.31.255.255, false",
        "100.64.0.1, false",
        "fd00::1, false"
    })
    void aPrivateAddressIsAllowedByItsNetworkOnly(String resolved, boolean allowed) {
        if (allowed) {
            assertThat(check(resolved)).isEqualTo(new AddressCheck.Allowed(address(resolved)));
        } else {
            assertThat(check(resolved))
                    .isInstanceOfSatisfying(AddressCheck.Refused.class, refused -> assertThat(refused.words())
                            .contains(refused.address())
                            .contains("medic.notify.allowed-networks"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"})
    void aPublicAddressIsAllowed(String resolved) {
        assertThat(check(resolved)).isEqualTo(new AddressCheck.Allowed(address(resolved)));
    }

    @Test
    void oneRefusedAddressAmongSeveralIsEnough() {
        assertThat(check("93.184.215.14", "127.0.0.1")).isInstanceOf(AddressCheck.Refused.class);
    }

    @Test
    void aNameWithoutAnAddressIsUnresolved() {
        AddressGuard.Resolver resolver = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(new AddressGuard(resolver, Set::of, List.of(), false).check("nowhere.example"))
                .isEqualTo(new AddressCheck.Unresolved("nowhere.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "example.com/8",
                "fd00::/129",
                "10.0.0.0/8x",
                "/8"
            })
    void whatIsNotCidrIsNoNetwork(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void everyAddressOfAFamilyIsInItsWholeNetwork() {
        assertThat(AddressRange.of("0.0.0.0/0").contains(address("255.1.2.3"))).isTrue();
        assertThat(AddressRange.of("0.0.0.0/0").contains(address("fd00::1"))).isFalse();
    }
}
