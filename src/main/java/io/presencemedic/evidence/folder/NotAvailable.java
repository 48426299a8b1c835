package io.presencemedic.evidence.folder;

/** Something that the bundle should hold and does not, for a reason that is none of the link's. */
public final class NotAvailable extends Exception {
    /** There is nothing on the node that the item could be about: not missing, and no failure (G8). */
    static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable code, such as {@code LOG_NOT_OFFERED}
     * @param reason why, for a person
     */
    public NotAvailable(String code, String reason) {
        super(reason);
        this.code = code;
    }

    /** There is nothing on the node that the item could be about. */
    public static NotAvailable notApplicable(String reason) {
        return new NotAvailable(NOT_APPLICABLE, "not applicable, " + reason);
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Why, for a person. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
