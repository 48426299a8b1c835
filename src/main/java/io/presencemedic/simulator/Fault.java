package io.presencemedic.simulator;

import java.time.Duration;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is switched on.
 *
 * @param kind what goes wrong
 * @param node name of the node; null for every node
 * @param channel SSH or SOAP; null for both
 * @param matching the beginning of the commands or operations that it strikes; null for all of them
 * @param nth which of these commands is the first that it strikes, from 1
 * @param times how many it strikes from there on; 0 for all
 * @param delay for {@link FaultKind#SLOW} and {@link FaultKind#IDLE_TIMEOUT}, on the wall
 */
@Value.Builder
public record Fault(
        FaultKind kind,
        @Nullable String node,
        @Nullable Channel channel,
        @Nullable String matching,
        @Nullable Integer nth,
        @Nullable Integer times,
        @Nullable Duration delay) {
    private static final Duration USUAL_DELAY = Duration.ofMillis(500);

    public Fault {
        Objects.requireNonNull(kind, "A fault needs a kind.");
    }

    /** A fault of every node, struck at the first command or as long as it is switched on. */
    public static Fault of(FaultKind kind) {
        return new FaultBuilder().kind(kind).build();
    }

    /** The same on one node only. */
    public Fault on(String name) {
        return new FaultBuilder().like(this).node(name).build();
    }

    /** The same on one way only. */
    public Fault by(Channel way) {
        return new FaultBuilder().like(this).channel(way).build();
    }

    /** The same for commands or operations that begin with this text only. */
    public Fault at(String beginning) {
        return new FaultBuilder().like(this).matching(beginning).build();
    }

    /** The same from the nth such command on, counted from 1. */
    public Fault from(int first) {
        return new FaultBuilder().like(this).nth(first).build();
    }

    /** The same for so many commands only; 0 for all. */
    public Fault times(int count) {
        return new FaultBuilder().like(this).times(count).build();
    }

    /** The same with another delay. */
    public Fault late(Duration by) {
        return new FaultBuilder().like(this).delay(by).build();
    }

    /** How late a slow answer is. */
    public Duration lateness() {
        return Objects.requireNonNullElse(delay, USUAL_DELAY);
    }

    /** Whether it concerns a node and a way to it. */
    public boolean concerns(String where, Channel way) {
        return (node == null || node.equals(where)) && (channel == null || channel == way);
    }

    boolean concerns(String where, Channel way, String text) {
        return concerns(where, way) && (matching == null || text.startsWith(matching));
    }

    /** Whether it strikes the command that is the given one of those that it concerns. */
    boolean strikes(int count) {
        int first = Objects.requireNonNullElse(nth, 1);
        int often = Objects.requireNonNullElse(times, kind.usualTimes());
        return count >= first && (often == 0 || count < first + often);
    }
}
