package io.presencemedic.link;

/** Carries a {@link LinkFailure} out of a call. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LinkFailure failure;

    /** Wraps the failure; the message is its detail. */
    public LinkException(LinkFailure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    /** What went wrong. */
    public LinkFailure failure() {
        return failure;
    }
}
