package io.presencemedic.evidence;

/** Something that the bundle should hold and does not, for a reason that is none of the link's. */
final class NotAvailable extends Exception {
    /** There is nothing on the node that the item could be about: not missing, and no failure (G8). */
    static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable code, such as {@code LOG_NOT_OFFERED}
     * @param reason why, for a person
     */
    NotAvailable(String code, String reason) {
        super(reason);
        this.code = code;
    }

    /** There is nothing on the node that the item could be about. */
    static NotAvailable notApplicable(String reason) {
        return new NotAvailable(NOT_APPLICABLE, "not applicable, " + reason);
    }

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
