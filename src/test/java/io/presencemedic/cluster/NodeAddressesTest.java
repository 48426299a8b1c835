package io.presencemedic.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.access.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes are not on the service's own machine, and not where clouds tell secrets. */
class NodeAddressesTest {
    private static NodeAddresses allowing(String... networks) {
        return new NodeAddresses(
                () -> Optional.of(List.of(networks).stream().map(Network::new).toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "::1",
                "0.0.0.0",
                "::",
                "169.254.1.1",
                "fe80::1",
                "169.254.169.254",
                "fd00:ec2::254",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1"
            })
    void anAddressThatIsNoNodesIsRefusedAsItIsWrittenAndAsItIsFound(String address) throws UnknownHostException {
        NodeAddresses none = allowing();
        assertThat(none.complaint(address).orElseThrow()).contains(NodeAddresses.KEY);
        assertThat(none.refusal(InetAddress.getByName(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.11",
                "192.168.1.1",
                "172.16.0.1",
                "192.0.2.10",
                "2001:db8::12",
                "fd12::1",
                "imp-pub.example.com"
            })
    void nodesHavePrivateAndPublicAddresses(String host) {
        assertThat(allowing().complaint(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "node.localhost", "metadata.google.internal", "Metadata"})
    void namesOfSuchAddressesAreRefusedWithoutALookUp(String host) {
        assertThat(allowing().complaint(host)).isPresent();
    }

    @Test
    void theConfigurationAllowsNetworksOneByOne() throws UnknownHostException {
        NodeAddresses loopback = allowing("127.0.0.0/8");
        assertThat(loopback.complaint("127.0.0.1")).isEmpty();
        assertThat(loopback.complaint("localhost")).isEmpty();
        assertThat(loopback.refusal(InetAddress.getByName("127.0.0.1"))).isEmpty();
        assertThat(loopback.complaint("169.254.169.254")).isPresent();
        assertThat(loopback.complaint("::1")).isPresent();
    }
}
