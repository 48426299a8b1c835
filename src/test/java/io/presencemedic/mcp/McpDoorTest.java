package io.presencemedic.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.mcp.McpDoor.Verdict;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class McpDoorTest {
    @Test
    void theDoorIsClosedUntilItIsSwitchedOn() {
        McpConfig config =
                new SmallRyeConfigBuilder().withMapping(McpConfig.class).build().getConfigMapping(McpConfig.class);
        assertThat(config.enabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp", "/mcp/", "/mcp/sse", "/mcp/messages/7"})
    void aClosedDoorIsNotThere(String path) {
        assertThat(McpDoor.verdict(false, "POST", path)).isEqualTo(Verdict.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /mcp,            LET_IN",
        "GET,    /mcp,            LET_IN",
        "DELETE, /mcp,            LET_IN",
        "PUT,    /mcp,            NOT_ALLOWED",
        "GET,    /mcp/sse,        NOT_FOUND",
        "POST,   /mcp/messages/7, NOT_FOUND",
        "GET,    /mcpx,           NOT_HERE"
    })
    void anOpenDoorServesOneAddress(String method, String path, Verdict verdict) {
        assertThat(McpDoor.verdict(true, method, path)).isEqualTo(verdict);
    }
}
