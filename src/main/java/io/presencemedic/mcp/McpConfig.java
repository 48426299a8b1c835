package io.presencemedic.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the door for agents. */
@ConfigMapping(prefix = "medic.mcp")
interface McpConfig {
    /** Whether agents may come in at {@code /mcp} at all. */
    @WithDefault("false")
    boolean enabled();

    /** How long a tool call waits for the result of what it begins; some clients give up after a minute. */
    @WithDefault("PT20S")
    Duration patience();

    /** How many tool calls may wait for a result at once; beyond them calls answer at once with what is there. */
    @WithDefault("8")
    int waiting();
}
