package io.presencemedic.evidence;

/** Something that the bundle should hold and does not, for a reason that is none of the link's. */
final class NotAvailable extends Exception {
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

    String code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
