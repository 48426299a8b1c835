package io.presencemedic.link;

/** Carries a {@link LinkFailure} out of a call. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LinkFailure failure;
    private final boolean sent;

    /** Wraps the failure of something that may have reached the node; the message is its detail. */
    public LinkException(LinkFailure failure) {
        this(failure, true);
    }

    private LinkException(LinkFailure failure, boolean sent) {
        super(failure.detail());
        this.failure = failure;
        this.sent = sent;
    }

    /** Wraps the failure of something of which nothing has left this process. */
    public static LinkException unsent(LinkFailure failure) {
        return new LinkException(failure, false);
    }

    /**
     * Whether the command or operation may have left this process. False only where certainly nothing did, such as
     * where no connection or login came about, so that the node is as it was.
     */
    public boolean sent() {
        return sent;
    }

    /** What went wrong. */
    public LinkFailure failure() {
        return failure;
    }
}
