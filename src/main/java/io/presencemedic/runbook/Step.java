package io.presencemedic.runbook;

import io.presencemedic.link.LinkException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A kind of work on one target. A step has no state: it looks, decides, and is asked again after what it decided has
 * been done, until it says that nothing is left to do. Running it twice is therefore safe.
 */
public interface Step {
    /** Whatever a step decides, no line makes more changes than this unless its step says so. */
    int MOST_CHANGES = 6;

    /** The kind of step, in kebab-case. */
    String name();

    /** The node, group or cluster that it works on. */
    String target();

    /** How long the line may wait from its beginning, or from the last answer of a person; then it is TIMED_OUT. */
    Duration patience();

    /**
     * Looks and decides; changes nothing.
     *
     * @throws LinkException where the look failed
     */
    Decision decide(ClusterReader look, LineMemory memory) throws LinkException;

    /** What the step switches off when it acts. */
    default Optional<Hold> switchesOff() {
        return Optional.empty();
    }

    /** What is on again once the step is done. */
    default Optional<Hold> switchesOn() {
        return Optional.empty();
    }

    /** Whether the step reaches its goal by waiting for what earlier lines have set going. */
    default boolean onlyWaits() {
        return false;
    }

    /**
     * Whether nothing can be seen before the time that the step waits for is over, so that it is not asked until then.
     */
    default boolean sleepsThrough() {
        return false;
    }

    /** What the step collects, in the document's words; empty where it collects nothing. */
    default Optional<String> collects() {
        return Optional.empty();
    }

    /** Whether the platform's CLI alone can do it, or tell what it has to know; then no other transport will do. */
    default boolean needsCli() {
        return false;
    }

    /** How many changes the engine lets the line make, those that the end of a process broke off aside. */
    default int mostChanges() {
        return MOST_CHANGES;
    }

    /**
     * All changes that the step would make one after the other as things are; empty where its decision tells them.
     *
     * @throws LinkException where the look failed
     */
    default Optional<Foreseen> foresees(ClusterReader look) throws LinkException {
        return Optional.empty();
    }

    /** The changes that the step would make, for a plan that cannot look ahead. */
    default List<String> wouldSend() {
        return List.of();
    }
}
