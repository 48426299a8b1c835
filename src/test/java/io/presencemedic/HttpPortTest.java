package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.database.StartFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HttpPortTest {
    private static final String HOST = "127.0.0.1";

    @Test
    void aPortThatIsTakenIsSaidToBeInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            assertThatThrownBy(() -> new HttpPort(HOST, taken.getLocalPort()).requireFree())
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(HttpPort.inUse(taken.getLocalPort()));
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNotSaidToBeInUse() {
        assertThatThrownBy(() -> new HttpPort("192.0.2.1", 8080).requireFree())
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The service cannot listen on 192.0.2.1:8080 (")
                .hasMessageEndingWith("Correct quarkus.http.host or quarkus.http.port.");
    }

    @Test
    void aFreePortIsNoTrouble() {
        assertThatNoException().isThrownBy(() -> new HttpPort(HOST, 0).requireFree());
    }
}
