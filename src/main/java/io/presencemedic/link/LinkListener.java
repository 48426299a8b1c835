package io.presencemedic.link;

/** Is told what happens on a link. Called on the thread that uses the link. */
public interface LinkListener {
    /** A listener that forgets. */
    LinkListener NONE = transcript -> {};

    /** A command or operation ended, well or not. */
    void heard(Transcript transcript);

    /** The first host key of a node was seen and is to be pinned. */
    default void pinned(String node, String fingerprint) {}
}
