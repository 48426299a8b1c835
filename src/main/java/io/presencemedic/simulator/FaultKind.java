package io.presencemedic.simulator;

/** What can be made to go wrong between a node and whoever talks to it. */
public enum FaultKind {
    /** The link is cut when a command arrives, before it is carried out. */
    DROP_BEFORE(true),
    /** The command is carried out, and the link is cut before anything is answered. */
    DROP_AFTER(true),
    /** The command is carried out, and the link is cut in the middle of the answer. */
    DROP_MIDWAY(true),
    /** The command is carried out and answered, but no prompt ever follows. SSH only. */
    MUTE_PROMPT(false),
    /** Each line of the answer, or a SOAP answer as a whole, comes late by the fault's delay. */
    SLOW(false),
    /** The password of the account is refused. */
    REFUSE_ACCOUNT(false),
    /** SSH connections are shown another host key. */
    CHANGE_HOST_KEY(false),
    /** SSH connections are refused after login because there are too many already. */
    SESSION_LIMIT(false),
    /** SSH sessions in which nobody types for the fault's delay are ended, with a word about it. */
    IDLE_TIMEOUT(false),
    /** The node says to everybody that it goes down for a restart, and hangs up. SSH only. */
    GOING_DOWN(true),
    /** The SSH server offers what releases before 12 offer: SHA-1, CBC and an RSA key of its own. */
    OLD_ALGORITHMS(false),
    /** The account is good but lacks the role that the web service wants: HTTP 403. */
    FORBIDDEN(false),
    /** The web service is busy: HTTP 503. */
    UNAVAILABLE(false),
    /** The web service says in a fault that it was asked too often. */
    THROTTLED(false),
    /** The web service has forgotten every session: HTTP 404 for its cookie. */
    STALE_SESSIONS(false),
    /** The web service does not know the schema version: HTTP 599. */
    UNSUPPORTED_VERSION(false),
    /** The web service carries the operation out and never answers. */
    NO_ANSWER(false);

    private final boolean once;

    FaultKind(boolean once) {
        this.once = once;
    }

    /** How often the fault strikes where nothing else is said; 0 for always. */
    int usualTimes() {
        return once ? 1 : 0;
    }
}
